import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anIngestJob } from '../../testing/deliveries.ts';
import { ingestInChild } from '../ingest-in-child.ts';
import { type IngestJob, refusedRowsPath } from '../job.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-csv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ingest = async (content: string | Uint8Array, change: Partial<IngestJob> = {}) => {
  const job = await anIngestJob(folder, content, change);
  return { job, outcome: await ingestInChild(job) };
};

const refusal = async (content: string | Uint8Array, change: Partial<IngestJob> = {}) => {
  const { outcome } = await ingest(content, change);
  return outcome.ok ? [] : outcome.failure.problems.map(({ line, column, code }) => [line, column, code]);
};

const head = 'studentUniqueId,schoolId,entryDate,fte';
const plain = `${head}\n1,A,2021-08-23,1\n2,B,2021-08-23,0.5\n`;

describe('one delivery, however it is written, becomes the same bytes', () => {
  test.each([
    ['a byte order mark and carriage returns', `\uFEFF${plain.replaceAll('\n', '\r\n')}`],
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['bars', plain.replaceAll(',', '|')],
    ['everything in quotes', plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ['other columns first', 'fte,studentUniqueId,entryDate,schoolId\n0.5,2,2021-08-23,B\n1,1,2021-08-23,A'],
    ['names in other letters, with spaces', plain.replace(head, ' StudentUniqueID , SCHOOLID,entrydate,FTE')],
    ['empty lines and an empty value past the end', `${head}\n\n1,A,2021-08-23,1,\n\n2,B,2021-08-23,0.5,,\n\n`],
    [
      'the notes of an earlier refusal',
      plain.replaceAll(/(.)\n/g, '$1,FATAL,X,y\n').replace('FATAL,X,y', '_severity,_code,_fix'),
    ],
  ])('%s', async (_what, content) => {
    const expected = await ingest(plain);
    const found = await ingest(content);
    expect(found.outcome).toMatchObject({ ok: true, value: { rows: 2, rowsBySchool: { A: 1, B: 1 } } });
    expect(await readFile(found.job.target)).toEqual(await readFile(expected.job.target));
  });

  test.each([':', '^', '~', '!', '#', '@', '\\', "'", '/', '\u0001', '\u001F'])(
    'delimited by %j',
    async (delimiter) => {
      const expected = await ingest(plain);
      const found = await ingest(plain.replaceAll(',', delimiter));
      expect(await readFile(found.job.target)).toEqual(await readFile(expected.job.target));
    },
  );

  test('packed', async () => {
    const expected = await ingest(plain);
    const found = await ingest(gzipSync(plain), { gzip: true });
    expect(await readFile(found.job.target)).toEqual(await readFile(expected.job.target));
  });

  test('under the names that the district has for its columns', async () => {
    const mapping = { columns: { 'Student No.': 'studentUniqueId', Building: 'schoolId' }, ignored: ['Remark'] };
    const own = 'Student No.,Building,entryDate,fte,Remark\n1,A,2021-08-23,1,x\n2,B,2021-08-23,0.5,"y, z"\n';
    const expected = await ingest(plain);
    const found = await ingest(own, { mapping });
    expect(await readFile(found.job.target)).toEqual(await readFile(expected.job.target));
  });
});

describe('a name of two lines, as a cell of a spreadsheet has', () => {
  const mapping = { columns: { 'Student No.': 'studentUniqueId' }, ignored: ['Re\nmark'] };
  const own = '"Student\nNo.",schoolId,"entryDate",fte,"Re\nmark"\n1,A,2021-08-23,1,x\n2,B,2021-08-23,0.5,\n';

  test.each([
    ['', own],
    ['behind a byte order mark', `\uFEFF${own}`],
    ['with carriage returns', `\uFEFF${own.replaceAll('\n', '\r\n')}`],
    ['with semicolons', own.replaceAll(',', ';')],
    ['mapped as it is written', own.replace('Student\nNo.', ' student\n  NO. ')],
  ])('is one name %s', async (_how, content) => {
    const expected = await ingest(plain);
    const found = await ingest(content, { mapping });
    expect(found.outcome).toMatchObject({ ok: true });
    expect(await readFile(found.job.target)).toEqual(await readFile(expected.job.target));
  });

  test('is named as unknown where it is', async () => {
    expect(await refusal(own.replaceAll('\nNo.', '\nNumber'), { mapping })).toEqual([
      [1, null, 'UNKNOWN_COLUMN'],
      [1, 'studentUniqueId', 'MISSING_COLUMN'],
    ]);
  });

  test('leaves the lines below it their numbers, and comes back with the refused rows', async () => {
    const { job, outcome } = await ingest(own.replace('0.5', 'half'), { mapping });
    expect(outcome).toMatchObject({ failure: { problems: [{ line: 5, column: 'fte' }], refusedRows: 1 } });
    const refused = await readFile(refusedRowsPath(job.target), 'utf8');
    expect((await ingest(refused.replace('half', '0.5'), { mapping })).outcome).toMatchObject({ value: { rows: 1 } });
  });
});

test('a quoted value may hold delimiters, quotes and line ends, and lines are counted as an editor counts them', async () => {
  const lines = `${head}\n"1\n\n1","A ""a"", a",2021-08-23,1\n2,B,30.02.2022,1\n`;
  expect(await refusal(lines)).toEqual([[5, 'entryDate', 'NOT_A_DATE']]);
  expect((await ingest(lines.replace('30.02.2022', '2022-02-28'))).outcome).toMatchObject({
    value: { rowsBySchool: { 'A "a", a': 1, B: 1 } },
  });
});

describe('what cannot be read is refused with its place', () => {
  test.each([
    ['no file', '', [[1, null, 'NO_HEADER']]],
    ['a file that begins with data', '1,A,2021-08-23,1\n', [[1, null, 'NO_HEADER']]],
    ['names between letters', plain.replaceAll(',', 'x'), [[1, null, 'NO_HEADER']]],
    ['names between spaces', plain.replaceAll(',', ' '), [[1, null, 'NO_HEADER']]],
    ['an unknown name between signs', plain.replaceAll(',', '^').replace('fte', 'a,b'), [[1, null, 'UNKNOWN_COLUMN']]],
    ['a column too few', `${head}\n1,A,2021-08-23\n`, [[2, null, 'WRONG_FIELD_COUNT']]],
    ['a value too many', `${head}\n1,A,2021-08-23,1,x\n`, [[2, null, 'WRONG_FIELD_COUNT']]],
    ['an unknown column', 'studentUniqueId,lunch,entryDate\n', [[1, 'lunch', 'UNKNOWN_COLUMN']]],
    ['a column that is missing', 'studentUniqueId,schoolId\n', [[1, 'entryDate', 'MISSING_COLUMN']]],
    ['a column twice', `${head},schoolid\n`, [[1, 'schoolId', 'REPEATED_COLUMN']]],
    ['a quote that never closes', `${head}\n1,A,2021-08-23,1\n"2,B,2021-08-23,1\n3`, [[3, null, 'UNCLOSED_QUOTE']]],
    ['a name whose quote never closes', `studentUniqueId,"schoolId\n1,A,2021-08-23\n`, [[1, null, 'UNCLOSED_QUOTE']]],
    [
      'a name that is no text below its first line',
      Buffer.from('studentUniqueId,"Mu\n\xf1oz"\n', 'latin1'),
      [[1, null, 'INVALID_TEXT']],
    ],
    ['text after a closing quote', `${head}\n"1"x,A,2021-08-23,1\n`, [[2, null, 'MALFORMED_CSV']]],
    ['old Macintosh line ends', plain.replaceAll('\n', '\r'), [[1, null, 'NO_HEADER']]],
    ['Latin letters', Buffer.from(`${head}\nMu\xf1oz,A,2021-08-23,1\n`, 'latin1'), [[2, null, 'INVALID_TEXT']]],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${plain}`, 'utf16le'), [[1, null, 'NOT_UTF8']]],
    ['UTF-16 without one', Buffer.from(plain, 'utf16le'), [[1, null, 'NOT_UTF8']]],
    ['the same key twice', `${plain}1,A,2021-08-23,1\n`, [[4, null, 'DUPLICATE_KEY']]],
    [
      'a thousand columns',
      Array.from({ length: 1_001 }, (_, at) => `${head},c${at}`).join(','),
      [[1, null, 'TOO_MANY_COLUMNS']],
    ],
    [
      'a line of 2 MB',
      `${head}\n${'x'.repeat(2_000_000)}\n1,A,2021-13-01,1\n`,
      [
        [2, null, 'TOO_LONG'],
        [3, 'entryDate', 'NOT_A_DATE'],
      ],
    ],
    ['a quoted value of 2 MB', `${head}\n"${'x\n'.repeat(1_000_000)}`, [[2, null, 'UNCLOSED_QUOTE']]],
    [
      'rows that delete, in a delivery of the whole',
      `${head},_operation\n1,A,2021-08-23,1,DELETE\n`,
      [[2, '_operation', 'NO_SUCH_OPERATION']],
    ],
  ])('%s', async (_what, content, expected) => {
    expect(await refusal(content)).toEqual(expected);
  });
});

test('the refused rows come back as they were, with what to do beside each, and can be sent again once corrected', async () => {
  const content = 'entryDate;studentUniqueId;fte;schoolId\n2021-08-23;1;1,5;A\n2021-08-24;"2;x";1;A\nsoon;3;1;"A "\n';
  const { job, outcome } = await ingest(content);
  expect(outcome).toMatchObject({ ok: false, failure: { refusedRows: 2, problemCount: 2 } });
  const refused = await readFile(refusedRowsPath(job.target), 'utf8');
  expect(refused.split('\n')).toEqual([
    'entryDate;studentUniqueId;fte;schoolId;_severity;_code;_fix',
    '2021-08-23;1;1,5;A;FATAL;WRONG_TYPE;fte: Write the value in the form that the column has in the data dictionary.',
    'soon;3;1;"A ";FATAL;NOT_A_DATE;"entryDate: Write a real date as YYYY-MM-DD; a moment as YYYY-MM-DDThh:mm:ss with its offset from UTC."',
    '',
  ]);
  const corrected = refused.replace('1,5', '1.5').replace('soon', '2021-08-25');
  expect((await ingest(corrected)).outcome).toMatchObject({ ok: true, value: { rows: 2 } });
});

describe('the refused rows of a file can be corrected in what they come back in, and make the same bytes', () => {
  const wrong = `${head}\n1,"Peña, ""A""",soon,1\n2,B,2021-08-23,0.5\n3,"C\nc",later,\n`;
  const corrected = `${head}\n1,"Peña, ""A""",2021-08-23,1\n3,"C\nc",2021-08-24,\n`;

  test.each([
    ['plain', wrong, {}],
    ['a byte order mark', `\uFEFF${wrong}`, {}],
    ['carriage returns', `\uFEFF${wrong.replaceAll('\n', '\r\n').replace('C\r\n', 'C\n')}`, {}],
    ['semicolons', wrong.replaceAll(',', ';').replace('Peña;', 'Peña,'), {}],
    ['another delimiter', wrong.replaceAll(',', '^').replace('Peña^', 'Peña,'), {}],
    ['packed', gzipSync(`\uFEFF${wrong}`), { gzip: true }],
    ['an empty value past the last', wrong.replaceAll(/(soon,1|0\.5|later,)\n/g, '$1,\n'), {}],
  ])('%s', async (_what, content, change) => {
    const { job, outcome } = await ingest(content, change);
    expect(outcome).toMatchObject({ failure: { refusedRows: 2, problemCount: 2 } });
    const refused = await readFile(refusedRowsPath(job.target), 'utf8');
    const dated = refused.replace('soon', '2021-08-23').replace('later', '2021-08-24');
    const again = await ingest(dated);
    expect(again.outcome).toMatchObject({ ok: true, value: { rows: 2 } });
    expect(await readFile(again.job.target)).toEqual(await readFile((await ingest(corrected)).job.target));
  });

  test('with the mark by which a spreadsheet knows its accents, when the file had it', async () => {
    const beginning = async (content: string) =>
      (await readFile(refusedRowsPath((await ingest(content)).job.target), 'utf8')).startsWith('\uFEFF');
    expect([await beginning(`\uFEFF${wrong}`), await beginning(wrong)]).toEqual([true, false]);
  });
});
