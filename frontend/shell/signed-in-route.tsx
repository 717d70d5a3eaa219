import { createRoute } from '@tanstack/react-router';
import { agencyQuery, meQuery } from '../api/queries.ts';
import { rootRoute } from './root-route.tsx';
import { Shell } from './shell.tsx';

/** Everything behind the sign-in. Whoever comes from outside signs in first and then is where he wanted to be. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context: { session }, location }) => {
    if (session.isSignedIn()) return;
    await session.signIn(location.href);
    // The browser is leaving: nothing is shown any more.
    await new Promise<never>(() => undefined);
  },
  loader: async ({ context: { queries } }) => {
    await Promise.all([
      queries.query({ ...meQuery, staleTime: 'static' }),
      queries.query({ ...agencyQuery, staleTime: 'static' }),
    ]);
  },
  component: Shell,
});
