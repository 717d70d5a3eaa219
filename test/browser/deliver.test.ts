import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { seedFile, withoutImpossibleExits } from '../story/deliver.ts';
import { useBrowser } from './harness/browser.ts';
import { press } from './harness/hands.ts';
import { look } from './harness/look.ts';

const browser = useBrowser();
const dataset = 'studentSchoolAssociations';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The same rows as a spreadsheet would write them. */
const asCsv = (ndjson: string): string => {
  const rows = ndjson
    .trim()
    .split('\n')
    .map((line) => new Map<string, unknown>(Object.entries(JSON.parse(line))));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const cell = (value: unknown): string =>
    value === null || value === undefined ? '' : `"${text(value).replaceAll('"', '""')}"`;
  return [names.join(','), ...rows.map((row) => names.map((name) => cell(row.get(name))).join(','))].join('\n');
};

describe('A district whose data block it', () => {
  it('sees the rows that are wrong, by rule, and cannot go on', async () => {
    const page = await browser.open('bear-creek-certifier', '/certifications');
    await page.getByRole('link', { name: 'Start Certification: Student Tardiness' }).click();
    await press(page, 'Start Certification');
    await page.getByText('The certification is started.').waitFor();
    // Its message goes astray, as when a worker dies with it.
    browser.system.runtime.faults.set([
      { caller: 'run-validation', service: 'sqs', operation: 'ReceiveMessage', action: 'lose' },
    ]);
    await press(page, 'Generate Report');
    await press(page, 'Cancel this report');
    await page.getByText('Cancelled on request.').waitFor();
    await look(page, 'run-cancelled');
    await page.getByRole('button', { name: /^Retry: / }).waitFor();
    await page.getByRole('link', { name: 'Reports' }).click();
    await press(page, /^Retry: /);
    await page.getByText('It is queued again.').waitFor();
    await page.getByRole('link', { name: 'Steps' }).click();
    await page.getByRole('heading', { name: 'What keeps you from going on' }).waitFor();
    await page.getByText('Fatal findings must be resolved first').waitFor();
    expect(await page.getByRole('button', { name: 'Next', exact: true }).count()).toBe(0);
    await look(page, 'blocked');
    await press(page, 'Show rows of ENR002');
    await page
      .getByRole('cell', { name: '805260' })
      .or(page.getByRole('rowheader', { name: '805260' }))
      .waitFor();
    const causes = page.getByRole('table', { name: 'Rows by cause' });
    await causes.getByRole('row', { name: /^Dropout 1 Only/ }).waitFor();
    await look(page, 'findings');
    await press(causes, 'Only these: Dropout');
    await page.getByText('1 of 1 row').waitFor();
    const download = page.waitForEvent('download');
    await press(page, 'Download these rows as CSV');
    const saved = await readFile(await (await download).path(), 'utf8');
    expect(saved.trim().split('\r\n')).toHaveLength(2);
    const table = page.waitForEvent('download');
    await press(page, 'Download these rows as Parquet');
    expect((await readFile(await (await table).path())).subarray(0, 4).toString()).toBe('PAR1');
    await press(page, 'Show all rows');
    await page.getByText('2 of 2 rows').waitFor();
  });

  it('is told of mistakes in a file by line before anything is sent', async () => {
    const page = await browser.open('bear-creek-admin', '/data');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT' || request.url().includes('/v1/uploads')) sent.push(request.url());
    });
    await page.getByLabel('Dataset', { exact: true }).selectOption(dataset);
    const lines = (await seedFile('bear-creek', dataset)).trim().split('\n');
    const american = (line?: string) => line?.replace(/"entryDate": "[^"]*"/, '"entryDate": "08/19/2021"');
    const faulty = [lines[0], '{"studentUniqueId": 12', lines[0], american(lines[1]), american(lines[2])];
    await page.getByLabel('File', { exact: true }).setInputFiles(file('enrollments.ndjson', faulty.join('\n')));
    await page.getByText(/enrollments.ndjson has 4 problems/).waitFor();
    const rows = page.getByRole('table', { name: 'Problems by line' }).getByRole('row');
    expect((await rows.allInnerTexts()).slice(1).map((text) => text.split(/\s/)[0])).toEqual(['2', '3', '4', '5']);
    const causes = page.getByRole('table', { name: 'Problems by cause' });
    await causes.getByRole('row', { name: /^Write dates as YYYY-MM-DD\. entryDate 2 4$/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Send file' }).count()).toBe(0);
    await look(page, 'upload-with-errors');
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles(file('enrollments.csv', asCsv(faulty.slice(4).join('\n'))));
    await page.getByText(/enrollments.csv has 1 problem/).waitFor();
    await page.getByLabel('File', { exact: true }).setInputFiles(file('enrollments.xlsx', 'PK'));
    await page.getByText('Choose a file that ends in .csv or .ndjson.').waitFor();
    expect(sent).toEqual([]);
  });

  it('delivers the corrected file, with columns of other names, and goes on', async () => {
    const page = await browser.open('bear-creek-admin', '/data');
    await page.getByLabel('Dataset', { exact: true }).selectOption(dataset);
    const corrected = asCsv(withoutImpossibleExits(await seedFile('bear-creek', dataset)));
    const renamed = corrected.replace('studentUniqueId', 'Pupil').replace('entryDate', 'Entry Date');
    await page.getByLabel('File', { exact: true }).setInputFiles(file('enrollments.csv', renamed));
    await page.getByText(/enrollments.csv has 4 problems/).waitFor();
    await page.getByText('Passed over, because nothing was chosen for it: Pupil.').waitFor();
    await look(page, 'column-names');
    await page.getByLabel('studentUniqueId').selectOption('Pupil');
    await press(page, 'Save names and check again');
    await page.getByText(/nothing wrong with them/).waitFor();
    await press(page, 'Send file');
    await page.getByText(/enrollments.csv is accepted/).waitFor();
    await look(page, 'delivered');
    await browser.system.atRest();

    const certifier = await browser.open('bear-creek-certifier', '/certifications');
    await certifier.getByRole('link', { name: 'Continue Certification: Student Tardiness' }).click();
    await certifier.getByText('Newer data were delivered').waitFor();
    await press(certifier, 'Generate Report again');
    await certifier.getByText('The report was not opened yet').waitFor();
  });
});
