import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './harness/browser.ts';

const browser = useBrowser();
const longestWay = 60;

/** Tabs until the element has the focus, as somebody without a mouse comes to it. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  // What is at work takes no focus.
  await expect.poll(() => target.isEnabled(), { timeout: 30_000 }).toBe(true);
  for (let step = 0; step < longestWay; step += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('it cannot be reached by the keyboard');
};

const go = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const readReport = async (page: Page): Promise<void> => {
  await go(page, button(page, 'Open report'));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expect.poll(() => dialog.evaluate((element) => element.matches(':focus-within'))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => button(page, 'Open report').evaluate((element) => element.matches(':focus'))).toBe(true);
};

describe('A certifier without a mouse', () => {
  it('skips the navigation, certifies and submits', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    await page.getByRole('link', { name: 'Start Certification: Student Tardiness' }).waitFor();
    await go(page, page.getByRole('link', { name: 'Skip to main content' }));
    await go(page, page.getByRole('link', { name: 'Start Certification: Student Tardiness' }));
    const heading = page.getByRole('heading', { level: 1, name: 'Student Tardiness' });
    await expect.poll(() => heading.evaluate((element) => element.matches(':focus'))).toBe(true);
    await go(page, button(page, 'Start Certification'));

    for (const step of ['Validate Data in District Database', 'Validate Data in State Database']) {
      await page.getByRole('heading', { name: step }).waitFor();
      await go(page, button(page, 'Generate Report'));
      await readReport(page);
      await go(page, button(page, 'Next'));
    }
    await page.getByRole('heading', { level: 2, name: 'State Data Snapshot' }).waitFor();
    await readReport(page);
    await go(page, button(page, 'Next'));

    await go(page, page.getByLabel('I accept this statement.'), 'Space');
    await tabTo(page, page.getByLabel('Your full name'));
    await page.keyboard.type('Cora Grand Bend');
    await page.keyboard.press('Enter');
    await page.getByText('Signed by Cora Grand Bend').waitFor();
  });
});
