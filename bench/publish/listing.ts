import * as z from 'zod';
import { type Browser, withBrowser } from '../browser.ts';
import { type Figure, seconds } from '../figure.ts';

interface Listing {
  readonly origin: string;
  readonly eventId: string;
  readonly count: number;
  readonly rounds: number;
}

const shown = z.object({ atHand: z.number(), whole: z.number() });
type Shown = z.output<typeof shown>;

/**
 * In the page, by its own clock: follows the link, ticks the first participant as soon as there is one, and waits until the
 * page has counted it; then until the last participant is there. Looks once a frame, as an eye does.
 */
const followed = (path: string, count: number): string => `new Promise((resolve, reject) => {
  const began = performance.now();
  const words = ${JSON.stringify(count.toLocaleString('en-US'))};
  let atHand;
  let ticked;
  const look = () => {
    const text = document.querySelector('main')?.textContent ?? '';
    const box = document.querySelector('main tbody input[name=choose]');
    if (ticked === undefined && box !== null) { ticked = box.id; box.click(); }
    else if (atHand === undefined && ticked !== undefined && document.getElementById(ticked)?.checked && text.includes('1 chosen'))
      atHand = performance.now() - began;
    else if (atHand !== undefined && text.includes(words + ' of ' + words)) return resolve({ atHand, whole: performance.now() - began });
    if (performance.now() - began > 60000) return reject(new Error('the list does not come: ' + text.slice(0, 400)));
    requestAnimationFrame(look);
  };
  document.querySelector(${JSON.stringify(`a[href="${path}"]`)}).click();
  requestAnimationFrame(look);
})`;

/** In a browser that has never been there: nothing of the list is kept from before. */
const once = async (browser: Browser, { origin, eventId, count }: Listing): Promise<Shown> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/certification-events?name=Statewide`);
    await page.locator('button[value="state-admin"]').click();
    const path = `/certification-events/${eventId}`;
    await page.locator(`a[href="${path}"]`).first().waitFor();
    return shown.parse(await page.evaluate(followed(path, count)));
  } finally {
    await context.close();
  }
};

/** How long somebody of the state waits for the participants of a whole state, after once that does not count. */
export const listingFigures = (executablePath: string, listing: Listing): Promise<readonly Figure[]> =>
  withBrowser(executablePath, async (browser) => {
    await once(browser, listing);
    const rounds: Shown[] = [];
    for (let round = 0; round < listing.rounds; round += 1) rounds.push(await once(browser, listing));
    const times = (name: keyof Shown) => rounds.map((round) => round[name]);
    return [
      {
        ...seconds(`from the link to a participant that is ticked, of ${listing.count}`, times('atHand')),
        aim: { id: 'P1', atMost: 1 },
      },
      seconds(`from the link to all ${listing.count} participants`, times('whole')),
    ];
  });
