import { describe, expect, it } from 'vitest';
import { grandBend } from '../story/certification-event.ts';
import { deliver, seedFile } from '../story/deliver.ts';
import { useBrowser } from './harness/browser.ts';
import { follow, headed, press } from './harness/hands.ts';
import { look } from './harness/look.ts';

const browser = useBrowser();
const hostile = '<img src=x onerror="window.ran = 1">';

describe('Rules, groups and datasets', () => {
  it('are written, tried on real data, versioned and grouped', async () => {
    const page = await browser.open('state-admin', '/rules');
    await page.getByRole('link', { name: 'ENR002 Exit before entry', exact: true }).waitFor();
    await look(page, 'rules');
    await follow(page, 'New rule');
    await page.getByLabel('Code').fill('STU900');
    await page.getByRole('textbox', { name: 'Rule' }).fill(hostile);
    await page.getByText('students', { exact: true }).click();
    const query = page.getByLabel('Query (SQL)');
    await query.fill('DELETE FROM students');
    await press(page, 'Check and run');
    await page.getByRole('alert').waitFor();
    await look(page, 'rule-refused');
    await query.fill("-- everybody\nSELECT studentUniqueId, lastSurname FROM students WHERE studentUniqueId <> ''");
    await press(page, 'Check and run');
    await page.getByRole('table', { name: 'Sample rows' }).waitFor();
    await page.getByText(/\d+ ms/).waitFor();
    await look(page, 'rule-new');
    await page.getByLabel('Message', { exact: true }).fill('Look at them.');
    await press(page, 'Save as active');
    await page.getByRole('heading', { level: 1, name: `STU900 ${hostile}` }).waitFor();
    expect(await page.evaluate('window.ran ?? null')).toBe(null);
    await press(page, 'New version');
    await page.getByLabel('Severity').selectOption('INFO');
    await page.getByLabel('Reason for the change').fill('Nothing is wrong with them.');
    await press(page, 'Save new version');
    await page.getByText('Nothing is wrong with them.').waitFor();
    await look(page, 'rule');
    await press(page, 'Archive');
    await look(page, 'rule-archive');
    await press(page, 'Cancel');

    await page.goto(`${browser.system.origin}/groups`);
    await page.getByRole('link', { name: 'Enrollment Only' }).waitFor();
    await look(page, 'groups');
    await follow(page, 'New group');
    await page.getByLabel('Name', { exact: true }).fill('People');
    for (const rule of ['STU900', 'ENR001']) {
      const choice = page.getByLabel('Rule to add').locator('option', { hasText: rule });
      await page.getByLabel('Rule to add').selectOption((await choice.getAttribute('value')) ?? '');
      await press(page, 'Add rule');
    }
    await page.getByRole('button', { name: /^Move up\s*: ENR001/ }).click();
    await page.getByRole('checkbox', { name: /^Runs\s*: STU900/ }).press('Space');
    await look(page, 'group-new');
    await press(page, 'Create');
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.getByRole('rowheader').first().filter({ hasText: 'ENR001' }).waitFor();
    await page.getByRole('rowheader').nth(1).filter({ hasText: 'Not run' }).waitFor();
    await look(page, 'group');
  });

  it('lists datasets with their columns and hands out the files that are made from them', async () => {
    const page = await browser.open('state-admin', '/datasets');
    await page.getByRole('rowheader', { name: /studentSchoolAssociations/ }).waitFor();
    await look(page, 'datasets');
    await page
      .getByRole('rowheader', { name: /studentSchoolAssociations/ })
      .getByRole('link')
      .click();
    await page.getByRole('table', { name: 'Columns' }).waitFor();
    await look(page, 'dataset');
    const download = page.waitForEvent('download');
    await press(page, 'Template (CSV)');
    expect((await download).suggestedFilename()).toBe('studentSchoolAssociations.csv');
  });

  it('declares a dataset, and narrows it only after it was told what that means', async () => {
    const page = await browser.open('state-admin', '/datasets');
    await follow(page, 'New dataset');
    await page.getByLabel('Technical name').fill('meals');
    await page.getByLabel('Name', { exact: true }).fill('Meals');
    const columns = page.getByRole('listitem').filter({ has: page.getByLabel('Column name') });
    await columns.nth(0).getByLabel('Column name').fill('mealId');
    await press(page, 'Add column');
    await columns.nth(1).getByLabel('Column name').fill('kind');
    await columns.nth(1).getByLabel('Allowed values').fill('LUNCH\nBREAKFAST');
    await look(page, 'dataset-new');
    await press(page, 'Create');
    await headed(page, 'Meals');
    await page.getByText('LUNCH, BREAKFAST').waitFor();
    await press(page, 'Edit');
    await columns.nth(1).getByLabel('Allowed values').fill('LUNCH');
    await press(page, 'Save');
    await page.getByText('Column kind takes fewer values from now on.').waitFor();
    await look(page, 'dataset-consequences');
    await press(page, 'Save all the same');
    await page.getByRole('table', { name: 'Columns' }).getByText('LUNCH', { exact: true }).waitFor();
  });
});

describe('How it stands', () => {
  it('is told by the dashboard in charts and tables, and by the audit trail', async () => {
    await browser.system.moveTo(browser.system.now() + 3_600_000);
    const page = await browser.open('state-admin', '/dashboard');
    await page.getByRole('heading', { name: 'Participants by status' }).waitFor();
    await page.getByRole('rowheader', { name: 'Grand Bend ISD', exact: true }).first().waitFor();
    await look(page, 'dashboard');
    await page.goto(`${browser.system.origin}/audit`);
    await page.getByRole('table', { name: 'Audit trail' }).waitFor();
    await look(page, 'audit');
    await page.getByLabel('What').fill('nothing like it');
    await press(page, 'Apply');
    await page.getByText('No entry fits').waitFor();
    await look(page, 'audit-empty');
    await page.getByRole('link', { name: 'Seals' }).click();
    await page.getByRole('row').filter({ hasText: 'By the hour' }).first().waitFor();
    await look(page, 'audit-seals');
    const seals = page.waitForEvent('download');
    await press(page, 'Download seals (JSON)');
    expect((await seals).suggestedFilename()).toMatch(/^audit-seals-.+\.json$/);
  });

  it('is told to a district by a comparison of the two copies', async () => {
    const page = await browser.open('grand-bend-admin', '/data');
    await press(page, 'Compare now');
    await page.getByRole('table', { name: 'Compare the two copies' }).waitFor();
    await look(page, 'reconciliation');
    await press(page, 'Pause synchronization');
    await page.getByText('The synchronization is paused').waitFor();
    const [first = '', ...others] = (await seedFile('grand-bend', 'students')).trimEnd().split('\n');
    const renamed = { ...Object(JSON.parse(first)), firstName: 'Somebody' };
    const clerk = await browser.system.as('grand-bend-admin');
    await deliver(clerk, grandBend, 'students', [JSON.stringify(renamed), ...others].join('\n'));
    await press(page, 'Compare now');
    await page.getByText('Schools of students').first().click();
    const schools = page.getByRole('table', { name: 'Schools of students' });
    await schools
      .getByRole('rowheader', { name: /^Grand Bend/ })
      .first()
      .waitFor();
    await look(page, 'reconciliation-schools');
    const counts = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the counts by school' }).click();
    expect((await counts).suggestedFilename()).toContain('counts');
    await press(page, 'Resume synchronization');
    await page.getByRole('button', { name: 'Pause synchronization' }).waitFor();
  });
});
