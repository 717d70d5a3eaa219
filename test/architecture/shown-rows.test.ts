import { expect, test } from 'vitest';
import { isTest, read, sourceFiles } from './files.ts';

/** What hands out rows of students: a page of them, a link to a file, a query tried on them. */
const gives = /\b(?:findings\.read|comparer\.page|rules\.attempt|objects\.presignGet)\(/;

const records = /\b(?:recordShownRows|journal\.record(?:View|Disclosure))\(/;

/** Links to what holds counts by dataset and school, and no row. */
const withoutRows = ['shared/application/snapshots/report.ts'];

const giving = sourceFiles.filter(
  (path) => /^(shared\/application|functions)\//.test(path) && !isTest(path) && gives.test(read(path)),
);

test('whatever hands out rows of students records that it does, where it does', () => {
  expect(giving.filter((path) => !records.test(read(path)))).toEqual(withoutRows);
  expect(giving.length).toBeGreaterThan(withoutRows.length);
});
