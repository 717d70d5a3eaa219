import type { AnyRouter } from '@tanstack/react-router';

let navigations = 0;

/** Counts moves from one page to another, so that a page knows whether it was opened or come to. */
export const watchNavigation = (router: AnyRouter): void => {
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) navigations += 1;
  });
};

/** The browser itself starts at the top of a page that was opened; only after a move the pages must lead there. */
export const hasNavigated = (): boolean => navigations > 0;
