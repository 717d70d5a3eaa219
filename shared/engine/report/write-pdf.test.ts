import { expect, test } from 'vitest';
import type { FindingRow } from '../findings/findings.ts';
import type { ReportedRule } from './report.ts';
import { writePdf } from './write-pdf.ts';

const header = {
  title: 'Student Tardiness DC 1.0.1',
  districtName: 'Bear Creek',
  schoolName: 'Bear Creek High',
  dataName: 'District database',
  generatedAt: '2026-05-05T18:00:00.000Z',
  timeZone: 'America/Denver',
};

const aRule = (ruleCode: string, columns: readonly string[], rows: readonly FindingRow[]) => ({
  rule: {
    dataset: 'students',
    ruleCode,
    ruleName: 'Tardy too often',
    severity: 'FATAL',
    outcome: rows.length === 0 ? 'PASSED' : 'FINDINGS',
    count: rows.length,
    rowsKept: rows.length,
    columns,
    problem: null,
  } satisfies ReportedRule,
  rows,
});

const printed = async (rules: readonly ReturnType<typeof aRule>[]): Promise<string> => {
  const results = rules.map(({ rule }) => rule);
  const rowTexts = async function* (code: string) {
    yield (rules.find(({ rule }) => rule.ruleCode === code)?.rows ?? []).map((row) => JSON.stringify(row));
  };
  const pieces: Buffer[] = [];
  for await (const piece of writePdf({ header, results }, { rowTexts })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('latin1');
};

const rowTags = (pdf: string): number => pdf.match(/\/S \/TR\b/g)?.length ?? 0;

test('a report on paper is tagged, carries its letters, and says for each rule what is on it', async () => {
  const rows = Array.from({ length: 1_003 }, (_, at) => ({ id: String(at), fte: -0.5 }));
  const pdf = await printed([aRule('R1', ['id', 'fte'], rows), aRule('R2', ['id'], [])]);
  for (const mark of ['%PDF-1.7', '/Marked true', '/Lang (en-US)', '/StructTreeRoot', 'PublicSans', 'pdfuaid'])
    expect(pdf).toContain(mark);
  // The summary with its two rules, then the first 1,000 rows of the one that found any; each under its head.
  expect(rowTags(pdf)).toBe(1 + 2 + 1 + 1_000);
  expect(pdf).toContain('(R1 Tardy too often \\(Fatal, 1,003 records, the first 1,000 shown, all in CSV\\))');
  expect(pdf).not.toContain('(R2 Tardy too often');
});

test('what no page can hold is cut, and the heading says so: many columns, long texts, breaks and odd signs', async () => {
  const columns = Array.from({ length: 300 }, (_, at) => `column${at}`);
  const row = Object.fromEntries(columns.map((column) => [column, `\u0000\n\ud800${'x'.repeat(5_000)}`]));
  const pdf = await printed([aRule('R1', columns, [row, row])]);
  expect(rowTags(pdf)).toBe(1 + 1 + 1 + 2);
  expect(pdf.match(/\/S \/TD\b/g)).toHaveLength(4 + 2 * 11);
  expect(pdf).toContain('Fatal, 2 records, 12 of 300 columns');
});

test('what would turn a line around is named', async () => {
  const { rule, rows } = aRule('R1', ['name'], [{ name: 'Ann' }]);
  const pdf = await printed([{ rule: { ...rule, ruleName: 'Tardy\u202eoot' }, rows }]);
  expect(pdf).toContain('(R1 Tardy[U+202E]oot \\(Fatal, 1 records\\))');
});

test('a rule without columns or rows of its own makes no broken page', async () => {
  expect(rowTags(await printed([]))).toBe(0);
  expect((await printed([aRule('R1', [], [])])).startsWith('%PDF')).toBe(true);
});

test('the same findings give the same bytes', async () => {
  const rules = [aRule('R1', ['id'], [{ id: '1' }])];
  expect(await printed(rules)).toBe(await printed(rules));
});
