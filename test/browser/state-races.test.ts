import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bearCreek, createOpen, definition, grandBend, publishNew } from '../story/certification-event.ts';
import { hire, put } from '../story/directory.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';
import { useBrowser } from './harness/browser.ts';
import { look, press } from './harness/look.ts';

const browser = useBrowser();

const dialog = (page: Page) => page.getByRole('dialog');
const tick = (page: Page, label: string) => page.locator('label', { hasText: label }).first().click();

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
  await tick(page, 'Approve also where not every certifier has submitted');
  await dialog(page).getByLabel('Reason').fill(reason);
};

const approve = (page: Page) => dialog(page).getByRole('button', { name: 'Approve Certification' }).click();

describe('Two people at the same thing', () => {
  it('approve the same participant: the second is told what the first has done', async () => {
    const eventId = await publishNew(await browser.system.as('state-admin'), { name: 'Race' });
    await browser.system.atRest();
    const path = `/certification-events/${eventId}`;
    const first = await browser.open('state-approver', path);
    const second = await browser.open(await secondApprover(), path);
    await askToApprove(first, 'It has no data of this kind.');
    await askToApprove(second, 'I have spoken to the superintendent.');
    await approve(first);
    await first.getByText('1 certification is approved.').waitFor();
    await approve(second);
    await dialog(second).getByText('This is not possible now').waitFor();
    await dialog(second).getByText('Certification Approved by State').waitFor();
    await dialog(second)
      .getByText(/^Approved by /)
      .waitFor();
    await look(second, 'second-approver');
    await dialog(second).getByRole('button', { name: 'Close' }).last().click();
    await second.getByText('Approved without certification').waitFor();
  });

  it('edit the same definition: the second compares, and saves his own over it only if he wants', async () => {
    const admin = await browser.system.as('state-admin');
    const eventId = textAt(await createOpen(admin, { name: 'Draft' }), 'id');
    const page = await browser.open('state-admin', `/certification-events/${eventId}/edit`);
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    const theirs = await definition(admin, { name: 'Theirs', participants: [grandBend] });
    expectStatus(await put(admin, `/v1/certification-events/${eventId}`, theirs), 200);
    await press(page, 'Save');
    await dialog(page).getByRole('cell', { name: 'Theirs' }).waitFor();
    await look(page, 'saved-meanwhile');
    await press(page, 'Save mine over it');
    await page.getByText('Saved.').waitFor();
    const saved = expectStatus(await admin.get(`/v1/certification-events/${eventId}`), 200);
    expect(saved).toMatchObject({ name: 'Mine', participants: [bearCreek, grandBend] });
  });
});
