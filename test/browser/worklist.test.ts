import { describe, expect, it } from 'vitest';
import { useBrowser } from './harness/browser.ts';

const browser = useBrowser();

describe('The worklist', () => {
  it('shows a certifier what awaits him, in the words of the product', async () => {
    const page = await browser.open('grand-bend-certifier', '/certifications');
    const row = page.getByRole('row', { name: /Student Tardiness/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      '–',
      'Open',
      'In Progress',
      expect.any(String),
      'Start Certification',
    ]);
  });
});
