import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, textFiles } from './files.ts';

const documents = textFiles.filter((path) => path.endsWith('.md'));
const decisions = documents.filter((path) => path.startsWith('docs/adr/') && !path.endsWith('README.md'));

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '');
const cellsOf = (row: string) => row.replaceAll('\\|', '').split('|').length;

const brokenLinks = (path: string) =>
  [...withoutCode(read(path)).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !existsSync(join(dirname(path), target)));

const unevenTables = (text: string) =>
  [...withoutCode(text).matchAll(/(^\|.*\n?)+/gm)]
    .map(([table]) => table.trim().split('\n'))
    .filter((rows) => rows.some((row) => cellsOf(row) !== cellsOf(rows[0] ?? '')));

describe.each(documents)('%s', (path) => {
  test('links to what exists', () => expect(brokenLinks(path)).toEqual([]));
  test('has tables whose rows have all cells', () => expect(unevenTables(read(path))).toEqual([]));
});

test('a table with a short row is uneven', () => {
  expect(unevenTables('| a | b |\n|---|---|\n| 1 |\n')).toHaveLength(1);
});

test('the decisions are numbered without a gap', () => {
  const numbers = decisions.map((path) => Number.parseInt(basename(path), 10)).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index));
});

test.each(decisions)('%s says its status, its reason and what checks it', (path) => {
  const headings = [...read(path).matchAll(/^(?:\*\*|## )(Status|Context|Decision|Check)/gm)].map(([, word]) => word);
  expect(headings).toEqual(['Status', 'Context', 'Decision', 'Check']);
});
