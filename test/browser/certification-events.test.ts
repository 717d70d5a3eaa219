import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inDays, publishNew } from '../story/certification-event.ts';
import { useBrowser } from './harness/browser.ts';
import { dialogOf, headed, press, rowOf, shows, tick } from './harness/hands.ts';
import { look } from './harness/look.ts';

const browser = useBrowser();

const view = (page: Page, name: string) => page.locator('main').getByRole('link', { name, exact: true }).click();

describe('The state defines a certification event and publishes it, with the mouse', () => {
  it('in four steps, told what is missing and whom it reaches', async () => {
    const page = await browser.open('state-admin', '/certification-events');
    await page.getByRole('link', { name: 'Student Tardiness', exact: true }).waitFor();
    await look(page, 'events');
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await headed(page, 'Event Details', 2);
    await press(page, 'Save');
    await shows(page, 'Give it a name.');
    await look(page, 'event-details-with-errors');
    await page.getByLabel('Name', { exact: true }).fill('Fall Attendance');
    await page.getByLabel('Reporting Year').selectOption('2022');
    await page.getByLabel('Event Start Date').fill(inDays(0));
    await page.getByLabel('Event End Date').fill(inDays(14));
    await page.getByLabel('Description').fill('Attendance of the school year 2021-22.');
    await press(page, 'Next');

    await headed(page, 'Data Details', 2);
    await page.getByLabel('Certification Category').selectOption({ label: 'Attendance, District' });
    await tick(page, 'Attendance and Enrollment');
    await look(page, 'event-data');
    await press(page, 'Next');

    await headed(page, 'Participant Details', 2);
    await press(page, 'Choose all 2 shown');
    await shows(page, '2 of 2 chosen');
    await look(page, 'event-participants');
    await press(page, 'Save & Publish');

    await shows(dialogOf(page), 'No snapshot method is chosen');
    await look(page, 'publish-obstacles');
    await page.getByRole('link', { name: 'Go to Snapshot Management' }).click();
    await headed(page, 'Snapshot Management', 2);
    await tick(page, 'Certification start triggers snapshot');
    await page.getByLabel('Missing Snapshot Creation Time').fill(`${inDays(12)}T09:30`);
    await look(page, 'event-snapshots');
    await press(page, 'Save & Publish');
    await dialogOf(page).getByText('Participants', { exact: true }).waitFor();
    await look(page, 'publish-preview');
    await press(dialogOf(page), 'Publish');

    // Nobody presses Refresh: the participants appear when they are there.
    await headed(page, 'Fall Attendance');
    await page.getByRole('link', { name: 'Grand Bend ISD' }).waitFor();
    await shows(rowOf(page, 'Grand Bend ISD'), '0 of 1 certified');
    await look(page, 'certification-status');
    await view(page, 'Details');
    await headed(page, 'Event Admin Details', 2);
    await look(page, 'event-viewer-details');
    await view(page, 'Snapshots');
    await headed(page, 'Snapshot History', 2);
    await shows(page.getByRole('table').first(), 'Scheduled');
    await look(page, 'event-viewer-snapshots');
  });

  it('changes what is published only after it has seen what that undoes', async () => {
    const eventId = await publishNew(await browser.system.as('state-admin'), { name: 'Winter Attendance' });
    const page = await browser.open('state-admin', `/certification-events/${eventId}/edit`);
    await page.getByLabel('Description').fill('Also absences of half a day.');
    await press(page, 'Save & Publish');
    await shows(dialogOf(page), 'What changes for participants');
    await look(page, 'publish-changes');
    await press(dialogOf(page), 'Publish changes');
    await headed(page, 'Winter Attendance');
    await view(page, 'Details');
    await shows(page, 'Also absences of half a day.');
  });

  it('throws away what was never published', async () => {
    const page = await browser.open('state-admin', '/certification-events/new');
    await page.getByLabel('Name', { exact: true }).fill('By mistake');
    await press(page, 'Save');
    await headed(page, 'Edit Event: By mistake');
    await page.getByLabel('Description').fill('Never mind.');
    await page.getByRole('link', { name: 'Dashboard' }).click();
    await shows(dialogOf(page), /not saved|unsaved/);
    await look(page, 'event-leave');
    await press(dialogOf(page), 'Cancel');
    await press(page, 'Delete Event');
    await shows(dialogOf(page), 'It cannot be brought back.');
    await look(page, 'event-delete');
    await press(dialogOf(page), 'Delete Event');
    await shows(page, 'By mistake is deleted.');
    await headed(page, 'Certification Events');
    await expect.poll(() => page.getByRole('link', { name: 'By mistake', exact: true }).count()).toBe(0);
  });
});

describe('The state writes to its districts and reports', () => {
  it('to all who have not certified, and takes the report along', async () => {
    const eventId = await publishNew(await browser.system.as('state-admin'), { name: 'Spring Attendance' });
    const page = await browser.open('state-approver', `/certification-events/${eventId}?view=messages`);
    await shows(page, 'Nothing was written yet');
    await press(page, 'Message certifiers');
    await tick(dialogOf(page), 'Only those who have not certified yet');
    await press(dialogOf(page), 'Send');
    await shows(dialogOf(page), 'Write something here.');
    await dialogOf(page).getByLabel('Subject').fill('Two weeks left');
    await dialogOf(page).getByLabel('Message', { exact: true }).fill('Please certify by the end of the month.');
    await look(page, 'message');
    await press(dialogOf(page), 'Send');
    await shows(page.getByRole('listitem'), 'Two weeks left');
    await look(page, 'event-viewer-messages');

    await page.getByRole('link', { name: 'Event Report', exact: true }).last().click();
    await headed(page, 'Spring Attendance', 2);
    await shows(rowOf(page, 'Grand Bend ISD'), 'In Progress');
    await look(page, 'event-report');
    for (const format of ['CSV', 'PDF']) {
      const file = page.waitForEvent('download');
      await press(page, `Download ${format}`);
      expect((await file).suggestedFilename()).toBe(`event-report-${eventId}.${format.toLowerCase()}`);
    }
  });
});
