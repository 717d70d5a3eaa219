import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { desktop, phone } from './viewports.ts';

const folder = 'docs/images/screens';

/** Takes the screen's pictures for the documents, when SCREENS asks for them: a plain run leaves the tree as it is. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env['SCREENS'] === undefined) return;
  mkdirSync(folder, { recursive: true });
  // A dialog belongs to the window: below it the page would go on.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${folder}/${name}-${viewport.width}.png`, fullPage, animations: 'disabled' });
  }
};
