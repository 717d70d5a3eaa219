import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bearCreek, createOpen, definition, grandBend, publishNew } from '../story/certification-event.ts';
import { hire, put } from '../story/directory.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';
import { useBrowser } from './harness/browser.ts';
import { dialogOf, headed, press, shows, tick } from './harness/hands.ts';
import { look } from './harness/look.ts';
import { endSession, signInAgain } from './harness/session.ts';

const browser = useBrowser();

/** A second approver of the category, with all it takes. */
const secondApprover = async (): Promise<string> => {
  const admin = await browser.system.as('state-admin');
  const organizationId = textAt(expectStatus(await admin.get('/v1/me'), 200), 'organizationId');
  const place = { side: 'STATE', organizationId, lastName: 'Second' };
  await hire(admin, 'second-approver', place, { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' });
  const categories = listAt(expectStatus(await admin.get('/v1/categories'), 200), 'items');
  const attendance = categories.find(({ name }) => name === 'Attendance') ?? {};
  const path = `/v1/categories/${textAt(attendance, 'id')}/state-members/second-approver`;
  expectStatus(await put(admin, path, { role: 'APPROVER' }), 200);
  return 'second-approver';
};

const askToApprove = async (page: Page, reason: string): Promise<void> => {
  await tick(page, 'Choose Bear Creek ISD');
  await press(page, 'Approve Certification');
  await tick(dialogOf(page), 'Approve also where not every certifier has submitted');
  await dialogOf(page).getByLabel('Reason').fill(reason);
};

describe('Two people at the same thing', () => {
  it('approve the same participant: the second is told what the first has done', async () => {
    const eventId = await publishNew(await browser.system.as('state-admin'), { name: 'Race' });
    await browser.system.atRest();
    const path = `/certification-events/${eventId}`;
    const first = await browser.open('state-approver', path);
    const second = await browser.open(await secondApprover(), path);
    await askToApprove(first, 'It has no data of this kind.');
    await askToApprove(second, 'I have spoken to the superintendent.');
    await press(dialogOf(first), 'Approve Certification');
    await shows(first, '1 certification is approved.');
    await press(dialogOf(second), 'Approve Certification');
    await shows(dialogOf(second), 'This is not possible now');
    await shows(dialogOf(second), 'Certification Approved by State');
    await shows(dialogOf(second), /^Approved by /);
    await look(second, 'second-approver');
    await dialogOf(second).getByRole('button', { name: 'Close' }).last().click();
    await shows(second, 'Approved without certification');
  });

  it('edit the same definition: the second compares, and saves his own over it only if he wants', async () => {
    const admin = await browser.system.as('state-admin');
    const eventId = textAt(await createOpen(admin, { name: 'Draft' }), 'id');
    const page = await browser.open('state-admin', `/certification-events/${eventId}/edit`);
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    const theirs = await definition(admin, { name: 'Theirs', participants: [grandBend] });
    expectStatus(await put(admin, `/v1/certification-events/${eventId}`, theirs), 200);
    await press(page, 'Save');
    await dialogOf(page).getByRole('cell', { name: 'Theirs' }).waitFor();
    await look(page, 'saved-meanwhile');
    await press(page, 'Save mine over it');
    await shows(page, 'Saved.');
    const saved = expectStatus(await admin.get(`/v1/certification-events/${eventId}`), 200);
    expect(saved).toMatchObject({ name: 'Mine', participants: [bearCreek, grandBend] });
  });
});

describe('An editor whose session ends', () => {
  it('comes back with what was typed, and saves it', async () => {
    const page = await browser.open('state-admin', '/certification-events/new');
    await page.getByLabel('Name', { exact: true }).fill('Typed before the end');
    await page.getByLabel('Description').fill('It took an hour.');
    const renew = await endSession(browser, page);
    await press(page, 'Save');
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await renew();
    await signInAgain(page);
    const name = page.getByLabel('Name', { exact: true });
    await expect.poll(() => name.inputValue()).toBe('Typed before the end');
    await expect.poll(() => page.getByLabel('Description').inputValue()).toBe('It took an hour.');
    await press(page, 'Save');
    await headed(page, 'Edit Event: Typed before the end');
  });
});
