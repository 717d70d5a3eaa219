import { describe, expect, it } from 'vitest';
import { grandBend, inDays, publishNew } from '../story/certification-event.ts';
import { expectStatus } from '../story/read.ts';
import { certify } from '../story/steps.ts';
import { useBrowser } from './harness/browser.ts';
import { dialogOf, headed, press, rowOf, shows, tick } from './harness/hands.ts';
import { look } from './harness/look.ts';

const browser = useBrowser();

const publishedAs = async (name: string): Promise<string> => {
  const eventId = await publishNew(await browser.system.as('state-admin'), { name });
  await browser.system.atRest();
  return eventId;
};

const certified = async (eventId: string): Promise<void> => {
  await certify(await browser.system.as('grand-bend-certifier'), { eventId, orgId: grandBend });
  await browser.system.atRest();
};

describe('The state decides, with the mouse', () => {
  it('approves many at once, is told why one is refused, approves that with a reason, and closes', async () => {
    const eventId = await publishedAs('Many at once');
    await certified(eventId);
    const page = await browser.open('state-approver', `/certification-events/${eventId}`);
    await shows(rowOf(page, 'Grand Bend ISD'), 'Certification Sent to State');
    await press(page, 'Choose all 2');
    await shows(page, '2 chosen');
    await press(page, 'Run rules');
    await shows(dialogOf(page), 'Run rules over 2 participants');
    await look(page, 'validate');
    await press(dialogOf(page), 'Run rules');
    await shows(page, '2 validations are queued.');
    await press(page, 'Approve Certification');
    await shows(dialogOf(page), 'Approve 2 participants?');
    await look(page, 'approve');
    await press(dialogOf(page), 'Approve Certification');
    await shows(dialogOf(page), '1 approved, 1 refused.');
    await shows(dialogOf(page), 'Not every certifier has submitted');
    await look(page, 'decision-results');
    await dialogOf(page).getByRole('button', { name: 'Close' }).last().click();

    await shows(page, '1 chosen');
    await press(page, 'Approve Certification');
    await shows(dialogOf(page), 'Approve Bear Creek ISD?');
    await tick(dialogOf(page), 'Approve also where not every certifier has submitted');
    await press(dialogOf(page), 'Approve Certification');
    await shows(dialogOf(page), 'Say why in a sentence.');
    await dialogOf(page).getByLabel('Reason').fill('The district has no data of this kind.');
    await press(dialogOf(page), 'Approve Certification');
    await shows(page, '1 certification is approved.');
    await shows(rowOf(page, 'Bear Creek ISD'), 'Approved without certification');

    await press(page, 'Close Event');
    await dialogOf(page).getByLabel('Comment').fill('Everything is certified.');
    await press(dialogOf(page), 'Close Event');
    await shows(dialogOf(page), 'The end date has not come yet.');
    await look(page, 'close-event');
    await press(dialogOf(page), 'Close all the same');
    await shows(page, /^Closed by/);
    await shows(page, 'Everything is certified.');
    await expect.poll(() => page.getByRole('button', { name: 'Close Event' }).count()).toBe(0);
    await shows(page, /^Rows and reports are kept through/);
    await look(page, 'closed-event');

    await press(page, 'Place legal hold');
    await look(page, 'legal-hold');
    await press(dialogOf(page), 'Place legal hold');
    await shows(dialogOf(page), 'Say why in a sentence.');
    await dialogOf(page).getByLabel('Reason').fill('Doe v. State');
    await press(dialogOf(page), 'Place legal hold');
    await shows(page, /^Legal hold since .*: rows and reports stay until it is released\.$/);
    await look(page, 'held-event');
    await press(page, 'Release legal hold');
    await look(page, 'legal-hold-release');
    await dialogOf(page).getByLabel('Reason').fill('The case is settled.');
    await press(dialogOf(page), 'Release legal hold');
    await shows(page, /^Rows and reports are kept through/);
  });

  it('gives a district more time, runs rules on what it sent, answers its request, and sends it back', async () => {
    const eventId = await publishedAs('Back and forth');
    await certified(eventId);
    const page = await browser.open('state-approver', `/certification-events/${eventId}/participants/${grandBend}`);
    await headed(page, 'Grand Bend ISD');
    await press(page, /^Change due date: Cora/);
    await dialogOf(page).getByLabel('New due date').fill(inDays(20));
    await dialogOf(page).getByLabel('Reason').fill('A flood closed the schools.');
    await look(page, 'due-date');
    await press(dialogOf(page), 'Change due date');
    await shows(rowOf(page, 'Cora Grand Bend'), 'Moved by the state');
    await press(page, 'Open snapshot report');
    const report = page.frameLocator('iframe.report');
    await report.getByRole('heading').first().waitFor();
    await look(page, 'snapshot-report');
    await dialogOf(page).getByRole('button', { name: 'Close' }).last().click();
    // Its message goes astray, as when a worker dies with it.
    browser.system.runtime.faults.set([
      { caller: 'run-validation', service: 'sqs', operation: 'ReceiveMessage', action: 'lose' },
    ]);
    await press(page, 'Run rules');
    await press(page, 'Cancel this report');
    await shows(page, 'Cancelled on request.');
    await press(page, 'Run rules');
    const reports = page.getByRole('button', { name: 'Open report' });
    await reports.first().waitFor();
    await press(page.getByRole('table', { name: 'Earlier runs' }), /^Retry: /);
    await reports.nth(1).waitFor();

    const certifier = await browser.system.as('grand-bend-certifier');
    const base = `/v1/certifications/${eventId}/${grandBend}`;
    const reason = { reason: 'Two absences were booked twice.' };
    expectStatus(await certifier.post(`${base}/recertification-requests`, reason), 201);
    // It appears by itself.
    await shows(page, 'asks to have this certification back');
    await look(page, 'participant');
    await press(page, 'Decline');
    await dialogOf(page).getByLabel('Reason').fill('They do not change the totals.');
    await press(dialogOf(page), 'Decline request');
    await shows(page, '1 request is declined.');

    await press(page, 'Request Recertification');
    await dialogOf(page).getByLabel('Reason').fill('The totals differ after all.');
    await look(page, 'send-back');
    await press(dialogOf(page), 'Request Recertification');
    await shows(page, '1 participant is asked to certify again.');
    await shows(page, 'Round 2');

    await certified(eventId);
    await shows(page, 'Certification Sent to State');
    await press(page, 'Approve Certification');
    await press(dialogOf(page), 'Approve Certification');
    await shows(page, 'Certification Approved by State');

    await page.goto(`${browser.system.origin}/certification-events/${eventId}?view=snapshots`);
    const views = page.getByRole('table', { name: 'Datamart View Information' });
    await views.getByRole('rowheader', { name: /_students$/ }).waitFor();
    await look(page, 'event-viewer-datamart');
  });
});
