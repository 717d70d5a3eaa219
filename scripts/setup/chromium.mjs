import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { SetupFailure } from './failure.mjs';

/** Where a Chromium is when somebody has one, by platform. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser that the pages are tested in: the one CHROMIUM names, else one of the usual places, else Debian's package,
 * installed where that is possible without asking anybody. Throws with what to install: it is never done without.
 */
export function chromium() {
  const given = process.env['CHROMIUM'];
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupFailure(`CHROMIUM names ${given}, which does not exist.`);
  }
  return present() ?? installed();
}

function present() {
  return usualPlaces.find((path) => existsSync(path));
}

function installed() {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
      spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const found = present();
  if (found) return found;
  throw new SetupFailure(
    'the browser tests need Chromium: "apt-get install chromium" on Debian or Ubuntu, Google Chrome elsewhere; or name one in CHROMIUM.',
  );
}
