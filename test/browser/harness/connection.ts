import type { Page, Route } from 'playwright-core';

type Carry = (route: Route) => Promise<void>;

/** What becomes of the requests for a page's data: let through, held back, lost on the way, or answered by a fault. */
export interface Connection {
  hold(): void;
  lose(): void;
  fail(): void;
  mend(): void;
}

// Who is signed in to whom: without it there is no page to be in any state.
const isOfTheShell = (url: string): boolean => /\/v1\/(me|settings)$/.test(new URL(url).pathname);

const through: Carry = (route) => route.continue();

/** Stands between a page and the system; at first everything goes through. */
export const standBetween = async (page: Page): Promise<Connection> => {
  let held: Route[] = [];
  let carry: Carry | undefined = through;
  await page.route('**/v1/**', async (route) => {
    if (isOfTheShell(route.request().url())) await through(route);
    else if (carry === undefined) held.push(route);
    else await carry(route);
  });
  const goOn = (how: Carry): void => {
    carry = how;
    for (const route of held.splice(0)) void how(route);
  };
  return {
    hold: () => {
      carry = undefined;
      held = [];
    },
    lose: () => goOn((route) => route.abort('connectionfailed')),
    // As a gateway answers before our code is asked.
    fail: () => goOn((route) => route.fulfill({ status: 500, body: '' })),
    mend: () => goOn(through),
  };
};
