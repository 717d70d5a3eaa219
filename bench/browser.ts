import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export type Browser = Awaited<ReturnType<typeof chromium.launch>>;

export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(path),
  );

/** Works with a browser of its own, which is gone afterwards. */
export const withBrowser = async <Value>(
  executablePath: string,
  work: (browser: Browser) => Promise<Value>,
): Promise<Value> => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
};
