import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzipped } from '../../../test/builders/unzipped.ts';
import { openFindings } from '../findings/findings.ts';
import type { RuleResult } from '../run/job.ts';
import { type RunOutcome, runRules } from '../run/run-rules.ts';
import { aRun, smallDistrict } from '../testing/small-district.ts';
import { type EngineReportFormat, writeReport } from './write-report.ts';

const header = {
  title: 'Student Tardiness DC 96.0.2',
  districtName: 'North <Star> & Sons',
  schoolName: null,
  dataName: 'State data',
  generatedAt: '2025-07-30T19:00:37.000Z',
  timeZone: 'America/Denver',
};

const evil = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '<!-- <script>',
  "javascript:alert('x')",
  '{{constructor.constructor("alert(1)")()}}',
  '=HYPERLINK("http://attacker.example","x")',
  'Ann \u202egnp.exe',
];

let folder = '';
let outcome: RunOutcome;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-report-'));
  const students = Array.from({ length: 1_500 }, (_, index) => ({
    studentUniqueId: String(10_000 + index),
    firstName: evil[index % evil.length],
  }));
  const datasets = await smallDistrict(folder, { students, enrollments: [] });
  const rules = [
    {
      sql: 'SELECT studentUniqueId AS "State <b>ID</b>", firstName AS "1", -1.5 AS amount FROM students',
      severity: 'FATAL',
    },
    { sql: 'SELECT 1 AS x FROM students WHERE false', name: '<i>Nothing</i>' },
    { sql: `SELECT firstName AS "1", true AS "Yes?" FROM students WHERE studentUniqueId = '10000'`, kind: 'LISTING' },
    { sql: 'SELECT * FROM notes' },
  ] as const;
  outcome = await runRules(aRun(folder, datasets, rules));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const report = async (format: EngineReportFormat, results: readonly RuleResult[] = outcome.results) => {
  const target = join(folder, `${crypto.randomUUID()}.${format}`);
  const told = await writeReport({ format, header, results, findingsFile: outcome.findingsFile, target });
  return { told, text: await readFile(target, 'utf8') };
};

/** What a browser takes for tags, with their attributes; the contents of scripts and styles left out. */
const tagsOf = (html: string): string[] =>
  html.replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, '$1').match(/<[a-z][^>]*>/gi) ?? [];

test('a page shows every name as text: no markup of the data reaches it', async () => {
  const { text } = await report('html');
  const tags = tagsOf(text);
  expect(tags.filter((tag) => /^<(img|i|b)\b/.test(tag) || /\s(on\w+|style|src)=/.test(tag))).toEqual([]);
  expect(text).toContain('<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>');
  expect(text).toContain('<dd>North &lt;Star&gt; &amp; Sons</dd>');
  expect(text).toContain('<th scope="col">State &lt;b&gt;ID&lt;/b&gt;</th>');
  expect(tags.filter((tag) => tag.startsWith('<script'))).toHaveLength(2);
});

test('what would turn a line around is named in a page, in each of its rows, and stays in the data', async () => {
  const { text } = await report('html');
  expect(text).not.toContain('\u202e');
  expect(text).toContain('<td>Ann [U+202E]gnp.exe</td>');
  expect(text).toContain('["11495","Ann [U+202E]gnp.exe",-1.5]');
  expect((await report('csv')).text).toContain(',Ann \u202egnp.exe,');
  expect((await report('json')).text).toContain('Ann \u202egnp.exe');
});

test('a page names its one script and its one style by hash and may load nothing else', async () => {
  const { text } = await report('html');
  const content = (tag: string): string => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1] ?? '';
  const hash = (tag: string): string => `'sha256-${createHash('sha256').update(content(tag)).digest('base64')}'`;
  expect(text).toContain(
    `content="default-src 'none'; script-src ${hash('script')}; style-src ${hash('style')}; base-uri 'none'; form-action 'none'"`,
  );
});

test('a page counts the rows of a rule by the cause that it names, and a file holds those of one cause', async () => {
  const place = join(folder, 'causes');
  const sql = `SELECT studentUniqueId AS id, CASE WHEN studentUniqueId < '3' THEN '<b>Moved</b>' END AS "Why" FROM students`;
  const rules = [{ sql, causeColumn: 'Why' }, { sql }];
  const { results, findingsFile } = await runRules(aRun(folder, await smallDistrict(place), rules));
  const target = join(place, 'report');
  const written = async (format: EngineReportFormat, rows: { cause?: string } = {}) => {
    await writeReport({ format, header, results: results.slice(0, 1), findingsFile, target, ...rows });
    return readFile(target, 'utf8');
  };
  const page = await written('html');
  expect(page).toContain(
    `<p># of Records by Why:</p>
<ul>
<li><bdi>&lt;b&gt;Moved&lt;/b&gt;</bdi>: 2</li>
<li><bdi>No value</bdi>: 1</li>
</ul>`,
  );
  expect(page.match(/# of Records by/g)).toHaveLength(1);
  const lines = (await written('csv', { cause: '<b>Moved</b>' })).trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[3])).toEqual(['id', '1', '2']);
  expect(await written('html', { cause: '<b>Moved</b>' })).toContain('<td class="number">2</td>');
});

test('the summary tells dataset, severity and count of every rule, and links to the rows of those that have some', async () => {
  const { text } = await report('html');
  expect(text).toContain(
    '<tr><th scope="row">students</th><td><a href="#rule-1">R1 A rule</a></td><td>Fatal</td><td class="number">1,500</td><td>To review</td></tr>',
  );
  expect(text).toContain(
    '<td>R2 &lt;i&gt;Nothing&lt;/i&gt;</td><td>Warning</td><td class="number">0</td><td>No records</td>',
  );
  expect(text).toContain('<td class="number"></td><td>Not applicable. Never delivered: notes.</td>');
  expect(text.match(/<section id="rule-/g)).toHaveLength(2);
  expect(text.match(/href="#summary">Back to summary/g)).toHaveLength(4);
});

test('the time carries the zone of the agency', async () => {
  const { text } = await report('html');
  expect(text.replaceAll('\u202f', ' ')).toContain(
    'Wednesday, July 30, 2025 at 1:00:37 PM MDT (America/Denver)</time>',
  );
});

test('the first 1,000 rows stand in the page as a table and the others beside it as JSON', async () => {
  const { text } = await report('html');
  const section = text.slice(text.indexOf('<section id="rule-1"'), text.indexOf('<section id="rule-3"'));
  const json = /<script type="application\/json" id="rule-1-rest">([\s\S]*?)<\/script>/.exec(section)?.[1] ?? '';
  const rest: unknown = JSON.parse(json);
  expect(section.match(/<tr><td>/g)).toHaveLength(1_000);
  expect(rest).toHaveLength(500);
  expect(rest).toHaveProperty('[499]', ['11499', evil[1_499 % evil.length], -1.5]);
});

test('the CSV holds every row under one heading, guarded against formulas, with its numbers as numbers', async () => {
  const { text } = await report('csv');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('Rule Code,Severity,Rule,State <b>ID</b>,1,amount,x,Yes?');
  expect(lines).toHaveLength(1 + 1_500 + 1 + 1);
  expect(lines[1]).toBe('R1,Fatal,A rule,10000,<script>alert(1)</script>,-1.5,,');
  expect(lines[7]).toBe(`R1,Fatal,A rule,10006,"'=HYPERLINK(""http://attacker.example"",""x"")",-1.5,,`);
  expect(lines[1_501]).toBe('R3,Warning,A rule,,<script>alert(1)</script>,,,true');
});

test('the JSON holds header, results and every row', async () => {
  const { text } = await report('json');
  const parsed: unknown = JSON.parse(text);
  expect(parsed).toMatchObject({
    header,
    results: [{ ruleCode: 'R1', count: 1_500 }, {}, {}, { problem: 'Never delivered: notes.' }],
  });
  expect(parsed).toHaveProperty('results[0].rows[1499]', {
    'State <b>ID</b>': '11499',
    '1': evil[1_499 % evil.length],
    amount: -1.5,
  });
});

test('where not all rows are kept, every report says so and none sends its reader to another for the rest', async () => {
  const place = join(folder, 'cut');
  const limits = { secondsPerRule: 20, secondsPerRun: 120, rowsPerRule: 2, memoryMb: 256, threads: 1 };
  const { results, findingsFile } = await runRules(aRun(place, await smallDistrict(place), [{}], { limits }));
  const written = async (format: EngineReportFormat) => {
    const target = join(place, `report.${format}`);
    await writeReport({ format, header, results, findingsFile, target });
    return readFile(target);
  };
  const cut = 'Only the first 2 of 3 records are kept.';
  expect((await written('csv')).toString().split('\r\n').slice(1)).toEqual([
    'R1,Warning,A rule,1',
    'R1,Warning,A rule,2',
    `R1,Warning,A rule. ${cut},`,
    '',
  ]);
  const json: unknown = JSON.parse((await written('json')).toString());
  expect(json).toMatchObject({ results: [{ count: 3, rowsKept: 2, rows: [{}, {}] }] });
  const page = (await written('html')).toString();
  expect(page).toContain(`<td>To review. ${cut}</td>`);
  expect(page).toContain(`<p>This page holds 2 of 3 records. ${cut} The CSV report holds all that were kept.</p>`);
  const sheets = [...unzipped(await written('xlsx'))].filter(([name]) => name.startsWith('xl/worksheets/'));
  expect([sheets.length, sheets[0]?.[1].toString()]).toEqual([2, expect.stringContaining(cut)]);
  expect((await written('pdf')).toString('latin1')).toContain('3 records, the first 2 shown, the first 2 in CSV');
});

test.each(['html', 'csv', 'json'] as const)(
  'two %s reports of the same findings are equal to the byte',
  async (format) => {
    const slower = outcome.results.map((result) => ({ ...result, milliseconds: result.milliseconds + 1 }));
    const [one, other] = [await report(format), await report(format, slower)];
    expect(other.text).toBe(one.text);
    expect(one.told).toEqual({
      bytes: Buffer.byteLength(one.text),
      sha256: createHash('sha256').update(one.text).digest('hex'),
    });
  },
);

test('findings are paged by rule and severity, with the columns of each rule in its own order', async () => {
  const findings = await openFindings(outcome.findingsFile);
  const listed = await findings.page({ ruleCode: 'R1', severity: 'FATAL', offset: 1_499, limit: 25 });
  const warned = await findings.page({ severity: 'WARNING', offset: 0, limit: 25 });
  const none = await findings.page({ ruleCode: "R1' OR 'a' = 'a", offset: 0, limit: 25 });
  findings.close();
  expect(listed).toEqual({
    items: [
      {
        ruleCode: 'R1',
        severity: 'FATAL',
        row: { 'State <b>ID</b>': '11499', '1': evil[1_499 % evil.length], amount: -1.5 },
      },
    ],
    columns: { R1: ['State <b>ID</b>', '1', 'amount'] },
    causes: {},
    total: 1_500,
  });
  expect([warned.items.map(({ ruleCode }) => ruleCode), warned.columns]).toEqual([['R3'], { R3: ['1', 'Yes?'] }]);
  expect(none).toEqual({ items: [], columns: {}, causes: {}, total: 0 });
});
