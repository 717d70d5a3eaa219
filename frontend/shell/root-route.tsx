import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import type { PagesContext } from './pages-context.ts';

export const rootRoute = createRootRouteWithContext<PagesContext>()({ component: Outlet });
