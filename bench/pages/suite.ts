import { chromium, type Page } from 'playwright-core';
import { chromium as installedChromium } from '../../scripts/setup/chromium.mjs';
import { textAt } from '../../test/story/read.ts';
import { type Figure, seconds } from '../figure.ts';
import { districts, putDirectly } from '../publish/put-directly.ts';
import { publishStatewide } from '../publish/statewide.ts';
import type { Suite } from '../suite.ts';

/** Notes when the page first shows this many rows and has time for a click again, by the page's own clock. */
const watch = (counts: readonly number[]): string => `
  window.shown = {};
  const look = () => {
    const rows = document.querySelectorAll('main tbody tr').length;
    for (const count of ${JSON.stringify(counts)})
      if (rows >= count && !(count in window.shown)) {
        window.shown[count] = 0;
        setTimeout(() => { window.shown[count] = performance.now(); });
      }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
`;

const shownAfter = async (page: Page, count: number): Promise<number> => {
  const handle = await page.waitForFunction(`window.shown[${count}]`, undefined, { timeout: 60_000 });
  return Number(await handle.jsonValue());
};

/** The longest list of the state, opened by somebody who is signed in: its first rows, and all of them. */
export const pagesSuite: Suite = {
  name: 'pages',
  async run({ size, system }) {
    const running = await system();
    await putDirectly(running);
    const path = `/certification-events/${textAt(await publishStatewide(running.origin), 'id')}`;
    const browser = await chromium.launch({ executablePath: installedChromium(), args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(`${running.origin}${path}`);
      await page.locator('button[value="state-admin"]').click();
      await page.locator('main tbody tr').first().waitFor();
      await page.addInitScript(watch([1, districts]));
      const first: number[] = [];
      const all: number[] = [];
      for (let round = 0; round < Math.max(2, size.rounds); round += 1) {
        await page.reload();
        first.push(await shownAfter(page, 1));
        all.push(await shownAfter(page, districts));
      }
      const told = (name: string, times: readonly number[]): Figure => ({
        ...seconds(name, times),
        aim: { id: 'P1', atMost: 1 },
      });
      return [told(`first of ${districts} participants`, first), seconds(`all ${districts} participants`, all)];
    } finally {
      await browser.close();
    }
  },
};
