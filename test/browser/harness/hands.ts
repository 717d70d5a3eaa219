import type { Locator, Page } from 'playwright-core';

type Place = Page | Locator;

/** Presses a button of the page or of the dialog before it, as soon as it is there and enabled. */
export const press = (place: Place, name: string | RegExp): Promise<void> =>
  place
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

/** Ticks by the words beside the box: the box itself is drawn by the design system. */
export const tick = (place: Place, words: string): Promise<void> =>
  place.locator('label', { hasText: words }).first().click();

/** The row of a table that is about this one. */
export const rowOf = (place: Place, words: string): Locator => place.getByRole('row').filter({ hasText: words });

/** Waits until a place shows these words, however often. */
export const shows = (place: Place, words: string | RegExp): Promise<void> =>
  place.getByText(words).filter({ visible: true }).first().waitFor();

export const headed = (page: Page, name: string, level = 1): Promise<void> =>
  page.getByRole('heading', { level, name, exact: true }).waitFor();

/**
 * Follows a link to the page of that heading. Until it has come the page before it is still there, and it may have fields of
 * the same names.
 */
export const follow = async (page: Page, link: string, heading = link): Promise<void> => {
  await page.getByRole('link', { name: link, exact: true }).click();
  await headed(page, heading);
};
