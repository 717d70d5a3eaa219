import { describe, expect, it } from 'vitest';
import { useBrowser } from './harness/browser.ts';
import { dialogOf, press, shows } from './harness/hands.ts';
import { look } from './harness/look.ts';

const browser = useBrowser();

describe('The administration by mouse', () => {
  it('makes a category with its members, which a district fills', async () => {
    const page = await browser.open('state-admin', '/administration');
    await look(page, 'administration');
    await page.getByRole('link', { name: 'Certification categories' }).click();
    await page.getByRole('link', { name: 'School Attendance' }).waitFor();
    await look(page, 'categories');
    await press(page, 'New category');
    await press(page, 'Create');
    await page.getByText('Fill this in.').waitFor();
    await look(page, 'category-new');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Section 504');
    await dialog.getByLabel('Level').selectOption({ label: 'School' });
    await press(page, 'Create');
    await page.getByRole('heading', { level: 1, name: 'Section 504' }).waitFor();
    await look(page, 'category-empty');
    await press(page, 'Add member');
    await page.getByLabel(/Find a person/).fill('reed');
    await press(page, 'Search');
    await page.getByText('Amos Reed').click();
    await look(page, 'category-member');
    await press(page, 'Save');
    await page.getByRole('rowheader', { name: 'Amos Reed' }).waitFor();
    await press(page, 'Publish to districts');
    await look(page, 'category-publish');
    await dialog.getByRole('button', { name: 'Publish to districts' }).click();
    await page.getByText('The category is published to districts.').waitFor();

    const district = await browser.open('grand-bend-admin', '/members');
    await look(district, 'members');
    await district.getByRole('link', { name: 'Section 504' }).click();
    await district.getByText('Nobody is named yet').waitFor();
    await press(district, 'Add member');
    await district.getByText('Cora Grand Bend').click();
    await district.getByText('Only these schools').click();
    await press(district, 'Save');
    await district.getByText('Choose at least one school.').waitFor();
    await look(district, 'member-new');
    await district.locator('.schools-list label').first().click();
    await press(district, 'Save');
    await district.getByRole('rowheader', { name: /Cora Grand Bend/ }).waitFor();
    await look(district, 'category-members');
    await page.reload();
    await page.getByRole('rowheader', { name: /Cora Grand Bend/ }).waitFor();
    await look(page, 'category');

    // A district certifies as a whole: nobody is named for a part of it.
    await district.getByRole('link', { name: 'Category members' }).click();
    await district.getByRole('link', { name: 'Attendance', exact: true }).click();
    await press(district, 'Add member');
    await shows(dialogOf(district), 'Certifier');
    expect(await dialogOf(district).getByText('Only these schools').count()).toBe(0);
    await look(district, 'member-of-district');
  });

  it('introduces a person, gives rights, and keeps organizations', async () => {
    const page = await browser.open('state-admin', '/people');
    await page.getByRole('link', { name: 'Amos Reed' }).waitFor();
    await look(page, 'people');
    await press(page, 'New person');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('User name').fill('nina');
    await dialog.getByLabel('First name').fill('Nina');
    await dialog.getByLabel('Last name').fill('Voss');
    await dialog.getByLabel('Mail address').fill('nina@example.org');
    await dialog.getByLabel('Organization').selectOption({ label: 'Grand Bend ISD' });
    await look(page, 'person-new');
    await press(page, 'Create');
    await page.getByRole('heading', { level: 1, name: 'Nina Voss' }).waitFor();
    await page.getByLabel('Certification Event: Read').press('Space');
    await page.locator('label[for="CERTIFICATION_EVENT-W"]').click();
    await press(page, 'Save rights');
    await page.getByText('The rights are saved.').waitFor();
    await look(page, 'person');
    await press(page, 'Edit');
    await look(page, 'person-edit');
    await press(page, 'Cancel');
    await page.goto(`${browser.system.origin}/organizations`);
    await page.getByRole('rowheader', { name: 'Grand Bend ISD' }).waitFor();
    await look(page, 'organizations');
    await press(page, 'New organization');
    await look(page, 'organization-new');
  });

  it('tells of settings that somebody else saved meanwhile', async () => {
    const page = await browser.open('state-admin', '/settings');
    const other = await browser.open('state-admin', '/settings');
    await look(page, 'settings');
    await other.getByLabel('Short name').fill('Montana!');
    await press(other, 'Save');
    await other.getByText('Saved.').waitFor();
    await page.getByLabel('Short name').fill('MT');
    await press(page, 'Save');
    await page.getByRole('heading', { name: 'Somebody else saved this meanwhile' }).waitFor();
    await look(page, 'settings-conflict');
    await press(page, 'Save mine over it');
    await page.getByText('Saved.').waitFor();
  });
});
