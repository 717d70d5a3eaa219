import { describe, expect, it } from 'vitest';
import { useBrowser } from './harness/browser.ts';
import { look, press } from './harness/look.ts';

const browser = useBrowser();

describe('What people meet besides their work', () => {
  it('before signing in', async () => {
    const page = await browser.visit('/');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await look(page, 'welcome');
  });

  it('an address that leads nowhere, and a certification of somebody else, which look the same', async () => {
    const page = await browser.open('grand-bend-certifier', '/nowhere');
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await look(page, 'not-found');
    const other = await browser.open('grand-bend-certifier', '/certifications/evt_1/255903');
    await other.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });

  it('a list in which nothing is', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications?eventName=Nothing+like+it');
    await page.getByText('No certification event fits').waitFor();
    await look(page, 'empty');
    await press(page, 'Clear');
    await page.getByRole('link', { name: 'Student Tardiness', exact: true }).waitFor();
  });

  it('a lost connection, after which the button can be pressed again', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    await page.getByRole('link', { name: 'Student Tardiness', exact: true }).click();
    await page.getByRole('button', { name: 'Generate Report' }).waitFor();
    await page.context().setOffline(true);
    await press(page, 'Generate Report');
    await page.getByText('The connection was lost').waitFor();
    await look(page, 'not-connected');
    await page.context().setOffline(false);
    browser.complaints();
    await press(page, 'Generate Report');
    await page.getByRole('button', { name: 'Open report' }).waitFor();
  });

  it('everything in Spanish, with dates as they are written there', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications', { language: 'es' });
    await page.getByRole('cell', { name: 'En curso' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('es');
    await look(page, 'worklist-es');
    await press(page, 'English');
    await page.getByRole('cell', { name: 'In Progress' }).waitFor();
  });

  it('a menu that opens, closes by Escape and gives the focus back', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    const account = page.getByRole('button', { name: 'Cora Grand Bend' });
    await account.click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await look(page, 'account');
    await page.keyboard.press('Escape');
    expect(await account.evaluate((element) => element.matches(':focus'))).toBe(true);
    await account.click();
    await press(page, 'Sign out');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });
});
