import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../api/queries.ts';
import { startOf } from './navigation.ts';
import { rootRoute } from './root-route.tsx';
import { NotFound } from './outcomes.tsx';
import { signedInRoute } from './signed-in-route.tsx';

export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    if (session.isSignedIn()) redirect({ to: '/home', throw: true });
  },
  component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
});

/** Leads on to where this person's work begins. */
export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/home',
  loader: async ({ context: { queries } }) => {
    const start = startOf(await queries.query({ ...meQuery, staleTime: 'static' }));
    if (start !== undefined) redirect({ to: start.to, throw: true });
  },
  component: lazyRouteComponent(() => import('./no-work-page.tsx'), 'NoWorkPage'),
});

/** Any other address: whoever signs in is told that nothing is there. */
export const elsewhereRoute = createRoute({ getParentRoute: () => signedInRoute, path: '$', component: NotFound });
