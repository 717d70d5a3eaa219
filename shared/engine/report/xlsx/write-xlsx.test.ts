import { expect, test } from 'vitest';
import { unzipped } from '../../../../test/builders/unzipped.ts';
import type { Findings, FindingRow } from '../../findings/findings.ts';
import type { ReportedRule } from '../report.ts';
import { rowXml } from './sheet.ts';
import { sheetTitles } from './workbook.ts';
import { xlsxWriter } from './write-xlsx.ts';

const header = {
  title: 'Student Tardiness DC 1.0.1',
  districtName: 'Bear Creek <ISD> & Co',
  schoolName: null,
  dataName: 'District database',
  generatedAt: '2026-05-05T18:00:00.000Z',
  timeZone: 'America/Denver',
};

const aRule = (ruleCode: string, rows: readonly FindingRow[], columns: readonly string[]): ReportedRule => ({
  dataset: 'students',
  ruleCode,
  ruleName: 'A rule',
  severity: 'FATAL',
  outcome: rows.length === 0 ? 'PASSED' : 'FINDINGS',
  count: rows.length,
  rowsKept: rows.length,
  columns,
  problem: null,
});

const workbook = async (rules: readonly (readonly [ReportedRule, readonly FindingRow[]])[], rowsASheet?: number) => {
  const findings: Pick<Findings, 'rowTexts'> = {
    rowTexts: async function* (code) {
      const rows = rules.find(([rule]) => rule.ruleCode === code)?.[1] ?? [];
      yield rows.map((row) => JSON.stringify(row));
    },
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxWriter(rowsASheet)({ header, results: rules.map(([rule]) => rule) }, findings))
    pieces.push(Buffer.from(piece));
  return new Map([...unzipped(Buffer.concat(pieces))].map(([name, content]) => [name, content.toString()]));
};

test('a workbook holds the summary and a sheet for each rule with rows', async () => {
  const rows = [{ id: '007', fte: 0.5, active: true, note: null }];
  const files = await workbook([
    [aRule('R1', rows, ['id', 'fte', 'active', 'note']), rows],
    [aRule('R2', [], ['id']), []],
  ]);
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  expect(files.get('xl/workbook.xml')).toContain('<sheet name="R1" sheetId="2" r:id="rId2"/>');
  expect(files.get('xl/worksheets/sheet1.xml')).toContain('Bear Creek &lt;ISD&gt; &amp; Co');
  expect(files.get('xl/worksheets/sheet2.xml')).toContain(
    '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">007</t></is></c><c r="B2"><v>0.5</v></c><c r="C2" t="b"><v>1</v></c></row>',
  );
});

test('no cell is a formula or a link, whatever it begins with', async () => {
  const first = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', ' =1', '\u200b=1', 'a;=1'];
  const wide = ['＝1', '＋1', '－1', '＠A1', '\u3000=1'];
  const rows = [...first, ...wide, 'javascript:alert(1)'].map((id) => ({ '=id': id }));
  const files = await workbook([[aRule('=cmd', rows, ['=id']), rows]]);
  const all = [...files.values()].join('');
  expect(all).not.toMatch(/<f[ >]|<hyperlink/);
  expect(files.get('xl/worksheets/sheet2.xml')?.match(/t="inlineStr"/g)).toHaveLength(rows.length + 1);
});

test('what a cell or XML cannot hold is cut or written in the way of the format', () => {
  expect(rowXml(1, ['a\u0000b\u001f\ud800 _x0041_ \r'])).toContain('a_x0000_b_x001F__xD800_ _x005F_x0041_ _x000D_');
  const long = /preserve">(.*)<\/t>/.exec(rowXml(1, ['y'.repeat(40_000)]))?.[1];
  expect([long?.length, long?.endsWith('… (cut)')]).toEqual([32_767, true]);
  expect(
    rowXml(
      1,
      Array.from({ length: 17_000 }, () => 1),
    ).match(/<c /g),
  ).toHaveLength(16_384);
  expect(rowXml(7, [null, ...Array.from({ length: 27 }, () => 'x')])).toContain('r="AB7"');
});

test('sheets have titles that every program takes', () => {
  const wanted = ['R/1', 'r 1', "'quoted'", '', 'history', 'x'.repeat(40), 'x'.repeat(40), 'a[1]:*?\\'];
  const titles = sheetTitles(wanted);
  expect(titles).toEqual([
    'R 1',
    'r 1 (2)',
    'quoted',
    'Sheet',
    'history (2)',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
    'a 1',
  ]);
  expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(wanted.length);
});

test('a rule has no more sheets than its kept rows fill', async () => {
  const rows = Array.from({ length: 100 }, () => ({ id: 1 }));
  const files = await workbook([[{ ...aRule('R1', rows, ['id']), count: 299 }, rows]], 100);
  expect([...files.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(2);
  expect(files.get('xl/worksheets/sheet1.xml')).toContain('To review. Only the first 100 of 299 records are kept.');
});

test('what one sheet cannot hold goes on in the next', async () => {
  const rows = Array.from({ length: 105 }, () => ({ id: 1 }));
  const files = await workbook([[aRule('R1', rows, ['id']), rows]], 99);
  expect(files.get('xl/workbook.xml')).toContain('name="R1 (2)"');
  expect(files.get('xl/worksheets/sheet2.xml')).toContain('<row r="100">');
  expect(files.get('xl/worksheets/sheet3.xml')?.match(/<row /g)).toHaveLength(7);
});
