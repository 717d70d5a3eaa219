import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { desktop, phone } from './viewports.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const violationsOn = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
};

// What reaches past the right edge of a page that then scrolls sideways.
const stickingOut = `
  document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120))
`;

/** What WCAG 2.1 A and AA find fault with on the page as it stands, on a desk and on a phone; and whether it scrolls sideways there. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const faults = [...(await violationsOn(page))];
  await page.setViewportSize(phone);
  faults.push(...(await violationsOn(page)).map((fault) => `phone: ${fault}`));
  const tooWide: unknown = await page.evaluate(stickingOut);
  if (Array.isArray(tooWide)) faults.push(...tooWide.map((element) => `phone: sticks out: ${String(element)}`));
  await page.setViewportSize(desktop);
  return faults;
};
