import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, expect, inject } from 'vitest';
import { type TestSystem, useSystem } from '../../harness/system.ts';
import { desktop } from './viewports.ts';

interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'en' | 'es';
}

/** A real browser on the real system. What its pages complained of fails the test in which they did. */
export interface TestBrowser {
  readonly system: TestSystem;
  /** Opens a place as a stranger. */
  visit(path: string): Promise<Page>;
  /** Opens a place as a person, in a browser of his own: signs in on the issuer's page and is where he wanted to be. */
  open(name: string, path: string, options?: OpenOptions): Promise<Page>;
  /** The complaints so far, which are then forgotten: for a test that provokes them. */
  complaints(): readonly string[];
}

/** A machine that has other work too shows everything late; nothing is taken for missing because of that. */
const shownWithinMs = 60_000;

// What a browser says when a request is refused is the refusal, not a fault of the pages.
const isRefusal = (text: string): boolean =>
  /Failed to load resource: the server responded with a status of 4/.test(text);

/** What a page said when its test failed, for whoever reads of it afterwards: where it was, then the end of it with what was typed. */
const wordsOn = async (page: Page): Promise<string> => {
  const words = await page.locator('body').ariaSnapshot();
  return `${page.url()}\n${words
    .replaceAll(/\s*\n\s*/g, ' ')
    .slice(-2_000)
    .replaceAll(/.{1,400}/g, '$&\n')}`;
};

/** As over a poor line, where it is asked for (BROWSER_LATENCY, milliseconds an answer): what a test takes for there comes late. */
const farAway = async (context: BrowserContext, page: Page): Promise<void> => {
  const latency = Number(process.env['BROWSER_LATENCY'] ?? 0);
  if (latency === 0) return;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
};

let ofTheSuite: Browser | undefined;

/** One for all files of the suite, since whatever pages keep they keep in contexts, which end with each test. It ends with the worker. */
const startedBrowser = async (): Promise<Browser> => {
  if (ofTheSuite?.isConnected() === true) return ofTheSuite;
  ofTheSuite = await chromium.launch({
    executablePath: inject('chromium'),
    // In a container there is neither a sandbox for root nor much shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return ofTheSuite;
};

export const useBrowser = (): TestBrowser => {
  const system = useSystem();
  let browser: Browser | undefined;
  const heard: string[] = [];
  beforeAll(async () => {
    browser = await startedBrowser();
  });
  afterEach(async ({ task }) => {
    const contexts = browser?.contexts() ?? [];
    const pages = contexts.flatMap((context) => context.pages());
    const shown = task.result?.state === 'fail' ? await Promise.all(pages.map(wordsOn)) : [];
    for (const context of contexts) await context.close();
    expect(heard.splice(0)).toEqual([]);
    if (shown.length > 0) throw new Error(shown.join('\n'));
  });
  const listen = (page: Page): void => {
    page.on('pageerror', (fault) => heard.push(`error: ${fault.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text())) heard.push(`console: ${message.text()}`);
    });
    page.on('dialog', (dialog) => {
      heard.push(`a dialog of the browser: ${dialog.message()}`);
      void dialog.dismiss();
    });
  };
  const newPage = async ({ viewport = desktop, language = 'en' }: OpenOptions): Promise<Page> => {
    if (browser === undefined) throw new Error('the browser does not run');
    const locale = language === 'es' ? 'es-US' : 'en-US';
    const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce', acceptDownloads: true });
    context.setDefaultTimeout(shownWithinMs);
    context.on('page', listen);
    const page = await context.newPage();
    await farAway(context, page);
    return page;
  };
  return {
    system,
    async visit(path) {
      const page = await newPage({});
      await page.goto(`${system.origin}${path}`);
      return page;
    },
    async open(name, path, options = {}) {
      const page = await newPage(options);
      await page.goto(`${system.origin}${path}`);
      await page.locator(`button[value="${name}"]`).click();
      await page.waitForURL(`${system.origin}${path}`);
      await page.locator('main h1').waitFor();
      return page;
    },
    complaints: () => heard.splice(0),
  };
};
