import { describe, expect, it } from 'vitest';
import { datasetDeclarationSchema } from '../../../shared/engine/declaration.ts';
import type { ColumnMapping } from '../../../shared/engine/ingest/job.ts';
import { checkFile, formatOf } from './check-file.ts';

const declaration = datasetDeclarationSchema.parse({
  name: 'students',
  version: 1,
  title: 'Students',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    { name: 'birthDate', type: 'date', required: false },
  ],
  key: ['studentUniqueId'],
  schoolColumn: null,
  schoolThrough: null,
});

const checked = (format: 'CSV' | 'NDJSON', lines: readonly string[], mapping?: ColumnMapping) =>
  checkFile({
    file: new File([lines.join('\n')], 'students'),
    format,
    declaration,
    mapping,
    onProgress: () => undefined,
  });

const check = (...lines: readonly string[]) => checked('NDJSON', lines);

const student = (id: string, birthDate = '2010-02-03') => JSON.stringify({ studentUniqueId: id, birthDate });

describe('The check of a file before it is sent', () => {
  it('finds nothing wrong with rows as the dataset declares them, empty lines or not', async () => {
    expect(await check(student('1'), '', student('2'), '')).toEqual({
      rows: 2,
      problemCount: 0,
      problems: [],
      causes: [],
      foreign: [],
      unnamed: [],
    });
  });

  it('says by line what is wrong, counting lines as an editor does', async () => {
    const { problems } = await check(
      student('1'),
      '',
      '{"studentUniqueId":',
      student('2', '03.02.2010'),
      '{"birthDate":null}',
    );
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, null, 'MALFORMED_JSON'],
      [4, 'birthDate', 'NOT_A_DATE'],
      [5, 'studentUniqueId', 'REQUIRED'],
    ]);
  });

  it('finds a key that stands twice, as the system would', async () => {
    const { problems } = await check(student('1'), student('2'), student('1'));
    expect(problems).toMatchObject([{ line: 3, column: 'studentUniqueId', code: 'DUPLICATE_KEY' }]);
  });

  it('says once what is wrong with many lines, the most frequent first', async () => {
    const { causes } = await check(student('1', 'soon'), '{', student('2', '1.2.2010'), '{"birthDate":"never"}');
    expect(causes.map(({ code, column, count, firstLine }) => [code, column, count, firstLine])).toEqual([
      ['NOT_A_DATE', 'birthDate', 3, 1],
      ['MALFORMED_JSON', null, 1, 2],
      ['REQUIRED', 'studentUniqueId', 1, 4],
    ]);
  });

  it('keeps the first problems of a long file and counts all', async () => {
    const { problems, problemCount } = await check(...Array.from({ length: 500 }, () => '{}'));
    expect([problems.length, problemCount]).toEqual([200, 500]);
  });

  it('tells of a header with other names once, and not of every row below it', async () => {
    const lines = ['Pupil ID;birthDate;Shoe', '1;2010-02-03;38', '2;2010-02-04;39'];
    const { problems, foreign, unnamed } = await checked('CSV', lines);
    expect([foreign, unnamed]).toEqual([['Pupil ID', 'Shoe'], ['studentUniqueId']]);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, null, 'UNKNOWN_COLUMN'],
      [1, 'Shoe', 'UNKNOWN_COLUMN'],
      [1, 'studentUniqueId', 'MISSING_COLUMN'],
    ]);
  });

  it('names the columns also where it knows none of them', async () => {
    const { problems, foreign } = await checked('CSV', ['Pupil ID\tBorn', '1\t2010-02-03']);
    expect(foreign).toEqual(['Pupil ID', 'Born']);
    expect(problems).toMatchObject([{ line: 1, code: 'NO_HEADER' }]);
    expect(await checked('CSV', ['Pupil-ID^Born^Shoe'])).toMatchObject({ foreign: ['Pupil-ID', 'Born', 'Shoe'] });
    expect(await checked('CSV', ['Pupil-no.-in-state;Born'])).toMatchObject({
      foreign: ['Pupil-no.-in-state', 'Born'],
    });
  });

  it('reads a name of two lines, as a cell of a spreadsheet has, as one', async () => {
    const lines = ['"Pupil', 'ID",birthDate', '1,2010-02-03', '2,tomorrow'];
    expect(await checked('CSV', lines)).toMatchObject({ foreign: ['Pupil\nID'], unnamed: ['studentUniqueId'] });
    const mapping = { columns: { 'Pupil ID': 'studentUniqueId' }, ignored: [] };
    const { rows, problems } = await checked('CSV', lines, mapping);
    expect(rows).toBe(2);
    expect(problems).toMatchObject([{ line: 4, column: 'birthDate', code: 'NOT_A_DATE' }]);
  });

  it.each(['CSV', 'NDJSON'] as const)('reads a file by what the district calls its columns: %s', async (format) => {
    const csv = ['Pupil ID,Born,Shoe', '1,2010-02-03,38', '2,tomorrow,39'];
    const json = ['{"Pupil ID":"1","Born":"2010-02-03","Shoe":38}', '{"Pupil ID":"2","Born":"tomorrow"}'];
    const mapping = { columns: { 'pupil id': 'studentUniqueId', Born: 'birthDate' }, ignored: ['Shoe'] };
    const { rows, problems, foreign } = await checked(format, format === 'CSV' ? csv : json, mapping);
    expect([rows, foreign]).toEqual([2, ['Pupil ID', 'Born', 'Shoe']]);
    expect(problems).toMatchObject([{ line: format === 'CSV' ? 3 : 2, column: 'birthDate', code: 'NOT_A_DATE' }]);
  });

  it('finds what the system finds in a CSV file: too few values, a quote that is never closed, another encoding', async () => {
    const header = 'studentUniqueId,birthDate';
    const codes = async (...lines: readonly string[]) =>
      (await checked('CSV', [header, ...lines])).problems.map(({ line, code }) => [line, code]);
    expect(await codes('1,2010-02-03', '2')).toEqual([[3, 'WRONG_FIELD_COUNT']]);
    expect(await codes('"1,2010-02-03', '2,2010-02-03')).toEqual([[2, 'UNCLOSED_QUOTE']]);
    expect(await codes('1,2010-02-03\u0000')).toEqual([[2, 'NOT_A_DATE']]);
  });

  it('knows a format by the file’s ending only', () => {
    expect(['a.CSV', 'b.ndjson', 'c.xlsx'].map(formatOf)).toEqual(['CSV', 'NDJSON', undefined]);
  });
});
