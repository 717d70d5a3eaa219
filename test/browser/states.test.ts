import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { grandBend } from '../story/certification-event.ts';
import { hire } from '../story/directory.ts';
import { faultsOf, faultsOnPhone } from './harness/accessible.ts';
import { addresses } from './harness/addresses.ts';
import { useBrowser } from './harness/browser.ts';
import { type Connection, standBetween } from './harness/connection.ts';
import { headed, press, shows } from './harness/hands.ts';
import { look } from './harness/look.ts';
import { type Visit, visits } from './harness/visits.ts';

const browser = useBrowser();

// Signed out there is no way to them, or they lead on: each has a case of its own below.
const apart = ['/', '/home', '$'];

/** Goes to another page without loading the application anew, as a link does. */
const go = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);

const sound = async (page: Page, state: string): Promise<void> => expect.soft(await faultsOf(page), state).toEqual([]);

const soundOnPhone = async (page: Page, state: string): Promise<void> =>
  expect.soft(await faultsOnPhone(page), state).toEqual([]);

const alertOf = (page: Page) => page.locator('main').getByRole('alert').first();

/** While it loads, when it fails, and whole once it was asked again. */
const comeThrough = async (page: Page, connection: Connection, { path, isStill }: Visit): Promise<void> => {
  connection.hold();
  await go(page, path);
  if (isStill === undefined) {
    await page.locator('.loading').first().waitFor();
    await soundOnPhone(page, `${path} while it loads`);
    connection.fail();
    await alertOf(page).waitFor();
    await soundOnPhone(page, `${path} when it failed`);
    connection.mend();
    await press(page, 'Try again');
    await alertOf(page).waitFor({ state: 'detached' });
  } else connection.mend();
  await page.locator('main h1').waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await sound(page, path);
};

describe('Every page', () => {
  it.each(['state-admin', 'grand-bend-admin', 'grand-bend-certifier'])(
    'says that it loads and what failed, and goes on when asked again: for %s',
    async (name) => {
      const page = await browser.open(name, '/start');
      const connection = await standBetween(page);
      const known = await visits(await browser.system.as('state-admin'));
      for (const visit of Object.values(known)) {
        if (visit.as !== name) continue;
        await comeThrough(page, connection, visit);
      }
      browser.complaints();
    },
  );

  it('is among those that were visited', async () => {
    const known = await visits(await browser.system.as('state-admin'));
    expect(addresses().toSorted()).toEqual([...Object.keys(known), ...apart].toSorted());
  });
});

describe('A page', () => {
  it('says that the connection is lost, and goes on when it is mended', async () => {
    const page = await browser.open('state-admin', '/administration');
    const connection = await standBetween(page);
    connection.lose();
    await go(page, '/rules');
    await alertOf(page).waitFor();
    await shows(page, 'The connection was lost');
    await look(page, 'connection-lost');
    connection.mend();
    await press(page, 'Try again');
    await page.getByRole('table').waitFor();
    browser.complaints();
  });

  it('with nothing to show says so', async () => {
    const page = await browser.open('state-admin', '/administration');
    const { '/certification-events/$eventId': event } = await visits(await browser.system.as('state-admin'));
    const lists = [
      '/certification-events',
      event?.path ?? '',
      '/categories',
      '/people',
      '/organizations',
      '/rules',
      '/groups',
    ];
    for (const list of lists) {
      await go(page, `${list}?name=zzz`);
      await page.locator('main .empty').first().waitFor();
      await sound(page, `${list} with nothing`);
    }
  });

  it('is told apart for a stranger, for who has no right, and where nothing is', async () => {
    await hire(await browser.system.as('state-admin'), 'newcomer', { organizationId: grandBend }, {});
    const stranger = await browser.visit('/');
    await stranger.locator('h1').waitFor();
    await look(stranger, 'welcome');
    const newcomer = await browser.open('newcomer', '/home');
    await headed(newcomer, 'Nothing to do yet');
    await look(newcomer, 'no-work');
    await go(newcomer, '/nothing/like/it');
    await headed(newcomer, 'There is nothing here');
    await look(newcomer, 'not-found');
    await go(newcomer, '/people');
    await alertOf(newcomer).waitFor();
    await look(newcomer, 'forbidden');
    await newcomer.route('**/config.json', (route) => route.abort());
    await newcomer.reload();
    await headed(newcomer, 'Attest could not start');
    await look(newcomer, 'start-failed');
    browser.complaints();
  });
});
