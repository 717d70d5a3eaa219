import { describe, expect, it } from 'vitest';
import { datasetDeclarationSchema } from '../../../shared/engine/declaration.ts';
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

const check = (...lines: readonly string[]) =>
  checkFile(new File([lines.join('\n')], 'students.ndjson'), 'NDJSON', declaration, () => undefined);

const student = (id: string, birthDate = '2010-02-03') => JSON.stringify({ studentUniqueId: id, birthDate });

describe('The check of a file before it is sent', () => {
  it('finds nothing wrong with rows as the dataset declares them, empty lines or not', async () => {
    expect(await check(student('1'), '', student('2'), '')).toEqual({ rows: 2, problemCount: 0, problems: [] });
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

  it('keeps the first problems of a long file and counts all', async () => {
    const { problems, problemCount } = await check(...Array.from({ length: 500 }, () => '{}'));
    expect([problems.length, problemCount]).toEqual([200, 500]);
  });

  it('knows a format by the file’s ending only', () => {
    expect(['a.CSV', 'b.ndjson', 'c.xlsx'].map(formatOf)).toEqual(['CSV', 'NDJSON', undefined]);
  });
});
