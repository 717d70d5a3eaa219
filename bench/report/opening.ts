import { pathToFileURL } from 'node:url';
import { type Browser, withBrowser } from '../browser.ts';
import { type Figure, ratio, seconds } from '../figure.ts';
import { inTurn } from '../rounds.ts';

/** From the address to the first frame after loading. */
const open = async (browser: Browser, path: string): Promise<void> => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
  await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 200 } });
  const shown = await page.locator('tbody tr').count();
  if (shown < 2) throw new Error(`${path} shows no rows`);
  await page.close();
};

/** How much longer a person waits for a large report than for a small one. */
export const openingFigures = async (
  executablePath: string,
  { small, large, rounds }: { readonly small: string; readonly large: string; readonly rounds: number },
): Promise<readonly Figure[]> => {
  const times = await withBrowser(executablePath, (browser) =>
    inTurn(rounds, { small: () => open(browser, small), large: () => open(browser, large) }),
  );
  const name = 'first frame of 100,000 rows / of 1,000 rows';
  return [
    seconds('first frame of 1,000 rows', times('small')),
    seconds('first frame of 100,000 rows', times('large')),
    ratio(name, times('large'), times('small'), { id: 'R2', atMost: 2 }),
  ];
};
