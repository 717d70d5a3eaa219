import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './harness/browser.ts';
import { dialogOf, headed, press } from './harness/hands.ts';
import { look } from './harness/look.ts';
import { endSession, signInAgain } from './harness/session.ts';

const browser = useBrowser();

const generateAndRead = async (page: Page): Promise<void> => {
  await press(page, 'Generate Report');
  await page.getByRole('button', { name: 'Open report' }).waitFor();
  await press(page, 'Open report');
  await page.frameLocator('iframe.report').getByRole('heading', { name: 'Summary' }).waitFor();
};

const close = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

describe('A certifier of Grand Bend certifies with the mouse', () => {
  it('from the worklist to the submission', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    await page.getByRole('cell', { name: 'Open', exact: true }).waitFor();
    await look(page, 'worklist');
    await page.getByRole('link', { name: 'Start Certification: Student Tardiness' }).click();
    await page.getByRole('heading', { level: 1, name: 'Student Tardiness' }).waitFor();
    await look(page, 'wizard-before-start');
    await press(page, 'Start Certification');
    await page.getByText('The certification is started.').waitFor();

    await generateAndRead(page);
    await look(page, 'report');
    await close(page);
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
    await look(page, 'district-validation');
    await press(page, 'Next');

    await page.getByRole('heading', { name: 'Validate Data in State Database' }).waitFor();
    await generateAndRead(page);
    await close(page);
    await press(page, 'Next');

    await page.getByRole('heading', { level: 2, name: 'State Data Snapshot' }).waitFor();
    await page.getByRole('button', { name: 'Open report' }).waitFor();
    await press(page, 'Verify snapshot');
    await page.getByText(/Unchanged: \d+ objects verified/).waitFor();
    await look(page, 'snapshot');
    await press(page, 'Retake State Snapshot');
    await look(page, 'snapshot-retake');
    await press(dialogOf(page), 'Retake State Snapshot');
    await press(page, 'Compare with the one before');
    await dialogOf(page).getByText('Nothing changed').waitFor();
    await look(page, 'snapshot-compare');
    await close(page);
    await press(page, 'Open report');
    await page.frameLocator('iframe.report').getByRole('heading', { name: 'Summary' }).waitFor();
    await close(page);
    await press(page, 'Next');

    await page.getByRole('heading', { name: 'Certify and Submit to State' }).waitFor();
    await press(page, 'Submit Certification to State');
    await page.getByText('Accept the statement to submit.').waitFor();
    await look(page, 'submit-with-errors');
    await page.getByText('I accept this statement.').click();
    await page.getByLabel('Your full name').fill('Cora Grand Bend');
    await press(page, 'Submit Certification to State');
    await page.getByText('Signed by Cora Grand Bend').waitFor();
    await look(page, 'submitted');

    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('Certification submitted').waitFor();
    await look(page, 'history');
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('cell', { name: 'Completed' }).first().waitFor();
    await look(page, 'reports');
    await page.getByRole('link', { name: /Message Center/ }).click();
    await page.getByRole('link', { name: /published a Data Certification Event/ }).waitFor();
    await look(page, 'messages');
    await press(page, 'Español');
    await page.getByRole('link', { name: /publicó un evento de certificación de datos: Student Tardiness/ }).waitFor();
    await press(page, 'English');
  });

  it('and, when the session has ended meanwhile, comes back with what he had typed', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    await page.getByRole('link', { name: 'Student Tardiness', exact: true }).click();
    await page.getByRole('link', { name: 'Certify and Submit' }).click();
    await press(page, 'Request Recertification');
    await page.getByLabel('Reason').fill('Three late arrivals were booked on the wrong day.');
    await look(page, 'request-recertification');

    const renew = await endSession(browser, page);
    await press(dialogOf(page), 'Request Recertification');
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await look(page, 'session-ended');
    await renew();
    await signInAgain(page);

    await headed(page, 'Student Tardiness');
    await press(page, 'Request Recertification');
    const reason = page.getByLabel('Reason');
    await expect.poll(() => reason.inputValue()).toBe('Three late arrivals were booked on the wrong day.');
    await press(dialogOf(page), 'Request Recertification');
    await page.getByText('has asked the state to send this certification back').waitFor();
    await look(page, 'request-pending');
  });

  it('and does not notice a token that ran out while the issuer still knows him', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    const { system } = browser;
    await system.moveTo(system.now() + 2 * 3_600_000);
    await page.getByRole('link', { name: 'Message Center' }).click();
    await page.getByRole('link', { name: /published a Data Certification Event/ }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});
