import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { desktop, phone } from './viewports.ts';

const folder = 'docs/images/screens';

// They float over the window, so a picture of the whole page has them somewhere in its middle.
const toasts = (visibility: 'hidden' | 'visible'): string =>
  `document.querySelectorAll('.toasts').forEach((one) => { one.style.visibility = '${visibility}'; })`;

const isShown = (file: string): boolean => readFileSync('docs/screens.md', 'utf8').includes(`/${file})`);

/**
 * Takes the screen's pictures: with SCREENS=1 those that the documents show, with SCREENS=all every one. A plain run leaves
 * the tree as it is.
 */
export const picture = async (page: Page, name: string): Promise<void> => {
  const asked = process.env['SCREENS'];
  if (asked === undefined) return;
  // A dialog belongs to the window: below it the page would go on.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  await page.evaluate(toasts('hidden'));
  for (const viewport of [phone, desktop]) {
    const file = `${name}-${viewport.width}.png`;
    if (asked !== 'all' && !isShown(file)) continue;
    mkdirSync(folder, { recursive: true });
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${folder}/${file}`, fullPage, animations: 'disabled' });
  }
  await page.setViewportSize(desktop);
  await page.evaluate(toasts('visible'));
};
