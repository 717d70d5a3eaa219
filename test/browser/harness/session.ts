import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';

const longerThanAToken = 2 * 3_600_000;

/**
 * Lets a person's session end: the token has run out and the issuer renews nothing until the answer is called. What the
 * browser says about the refused renewals is no complaint.
 */
export const endSession = async ({ system, complaints }: TestBrowser, page: Page): Promise<() => Promise<void>> => {
  const refusal = await page.context().route('**/oauth2/token', (route) => route.abort());
  await system.moveTo(system.now() + longerThanAToken);
  return async () => {
    await refusal.dispose();
    complaints();
  };
};

/** Signs in anew where the session has ended; the page is another one afterwards. */
export const signInAgain = async (page: Page): Promise<void> => {
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await ended.getByRole('button', { name: 'Sign in again' }).click();
  await ended.waitFor({ state: 'detached' });
};
