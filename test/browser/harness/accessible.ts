import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { desktop, phone } from './viewports.ts';

// Frames are looked at one by one: that of a report has no origin, so the page could not ask it.
const options = {
  iframes: false,
  preload: false,
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
} as const satisfies axe.RunOptions;

const violations = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`;

const violationsIn = async (frame: Frame): Promise<readonly string[]> => {
  if (!(await frame.evaluate<boolean>('"axe" in window'))) await frame.evaluate(axe.source);
  return frame.evaluate<readonly string[]>(violations);
};

const violationsOn = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const frame of page.frames()) found.push(...(await violationsIn(frame)));
  return found;
};

// What reaches past the right edge of a page that then scrolls sideways.
const stickingOut = `
  document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120))
`;

/** What WCAG 2.1 A and AA find fault with on the page as it stands on a phone, where it is left; and whether it scrolls sideways. */
export const faultsOnPhone = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize(phone);
  const faults = (await violationsOn(page)).map((fault) => `phone: ${fault}`);
  const tooWide = await page.evaluate<readonly string[]>(stickingOut);
  return [...faults, ...tooWide.map((element) => `phone: sticks out: ${element}`)];
};

/** The same on a desk and on a phone. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize(desktop);
  const onDesk = await violationsOn(page);
  const onPhone = await faultsOnPhone(page);
  await page.setViewportSize(desktop);
  return [...onDesk, ...onPhone];
};
