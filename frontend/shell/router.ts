import { createRouter } from '@tanstack/react-router';
import { districtRoutes } from '../district/routes.ts';
import { administrationRoutes } from '../state/administration/routes.ts';
import { eventRoutes } from '../state/events/routes.ts';
import { ruleRoutes } from '../state/rules/routes.ts';
import { rootRoute } from './root-route.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';
import { Loading, NotFound, PageFailed } from './outcomes.tsx';
import { signedInRoute } from './signed-in-route.tsx';
import { elsewhereRoute, homeRoute, welcomeRoute } from './start-routes.ts';
import type { PagesContext } from './pages-context.ts';

// Each area brings its routes in one list.
const routes = rootRoute.addChildren([
  welcomeRoute,
  signedInRoute.addChildren([
    homeRoute,
    ...districtRoutes,
    ...eventRoutes,
    ...administrationRoutes,
    ...ruleRoutes,
    elsewhereRoute,
  ]),
]);

export const createPages = (context: PagesContext) =>
  createRouter({
    routeTree: routes,
    context,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    // By itself the router would show the page half a second later than it could, for want of flicker.
    defaultPendingMinMs: 0,
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
