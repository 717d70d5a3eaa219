import { describe, expect, it } from 'vitest';
import { decideCreateDataset, decideReplaceDataset } from './decide-declaration.ts';
import type { Declaration } from './declaration.ts';

const column = (name: string, changes: Partial<Declaration['columns'][number]> = {}) => ({
  name,
  type: 'string',
  required: false,
  ...changes,
});

const students: Declaration = {
  name: 'students',
  version: 3,
  title: 'Students',
  columns: [column('id', { required: true }), column('grade', { codes: ['1', '2'] }), column('born', { type: 'date' })],
  key: ['id'],
  schoolColumn: null,
  schoolThrough: null,
};

const replaced = (changes: Partial<Declaration>, confirm = false) => {
  const decided = decideReplaceDataset(students, { ...students, ...changes }, [], confirm);
  if (!decided.ok) return decided.failure;
  return decided.value.map(({ declaration }) => declaration.version);
};

describe('A dataset', () => {
  it('is declared once, whatever the case of its name', () => {
    const staff = { ...students, name: 'staff' };
    const decided = decideCreateDataset({ ...students, name: 'STUDENTS' }, [staff, students]);
    expect(decided.ok ? null : decided.failure.code).toBe('DATASET_EXISTS');
    const declared = [{ type: 'DatasetDeclared', declaration: students }];
    expect(decideCreateDataset(students, [staff])).toEqual({ ok: true, value: declared });
  });

  it('belongs to schools through a dataset that exists and shares the column', () => {
    const through = (dataset: string, shared: string) => {
      const schoolThrough = { dataset, column: shared };
      const decided = decideCreateDataset({ ...students, name: 'notes', schoolThrough }, [students]);
      return decided.ok ? null : decided.failure.pointer;
    };
    expect(through('enrollments', 'id')).toBe('/schoolThrough/dataset');
    expect(through('students', 'other')).toBe('/schoolThrough/column');
    expect(through('students', 'id')).toBeNull();
  });

  it('shares it as one type: a text and a number would not be the same', () => {
    const grades = { ...students, name: 'grades', columns: [column('id', { type: 'integer', required: true })] };
    const schoolThrough = { dataset: 'students', column: 'id' };
    const decided = decideCreateDataset({ ...grades, schoolThrough }, [students]);
    expect(decided.ok ? null : decided.failure).toMatchObject({
      ...{ code: 'REFERENCE_UNKNOWN', pointer: '/schoolThrough/column' },
    });
  });

  it('belongs to them through further datasets that exist and share the column, too', () => {
    const also = (dataset: string, shared: string) => {
      const links = {
        schoolThrough: { dataset: 'students', column: 'id' },
        schoolThroughAlso: [{ dataset, column: shared }],
      };
      const decided = decideCreateDataset({ ...students, name: 'notes', ...links }, [students]);
      return decided.ok ? null : decided.failure.pointer;
    };
    expect(also('enrollments', 'id')).toBe('/schoolThroughAlso/0/dataset');
    expect(also('students', 'other')).toBe('/schoolThroughAlso/0/column');
    expect(also('students', 'id')).toBeNull();
  });
});

describe('A new version of a declaration', () => {
  it('is none when nothing changed', () => expect(replaced({})).toEqual([]));

  it.each([
    ['a new optional column', { columns: [...students.columns, column('nickname')] }],
    ['more codes', { columns: students.columns.map((one) => (one.codes ? { ...one, codes: ['1', '2', '3'] } : one)) }],
    [
      'no codes any more',
      { columns: students.columns.map((one) => column(one.name, { type: one.type, required: one.required })) },
    ],
    ['another title', { title: 'Pupils' }],
  ])('with %s is taken as it is', (_what, changes) => expect(replaced(changes)).toEqual([4]));

  it.each([
    ['/key', { key: ['grade'] }],
    ['/schoolColumn', { schoolColumn: 'grade' }],
    ['/schoolThrough', { schoolThrough: { dataset: 'x', column: 'id' } }],
    ['/schoolThroughAlso', { schoolThroughAlso: [{ dataset: 'x', column: 'id' }] }],
    ['/columns/2/type', { columns: students.columns.map((one) => ({ ...one, type: 'string' })) }],
  ])('cannot change %s of what was accepted', (pointer, changes) =>
    expect(replaced(changes, true)).toEqual({ code: 'DATASET_INCOMPATIBLE', pointer }),
  );

  it.each([
    ['COLUMN_REMOVED', '/columns (born)', { columns: students.columns.slice(0, 2) }],
    ['COLUMN_REQUIRED', '/columns/3/required', { columns: [...students.columns, column('sex', { required: true })] }],
    [
      'CODES_NARROWED',
      '/columns/1/codes',
      { columns: students.columns.map((one) => (one.codes ? { ...one, codes: ['1'] } : one)) },
    ],
    ['RETIRED', '/retired', { retired: true as const }],
  ])('that asks for more or shows less (%s) is confirmed with what it means', (kind, pointer, changes) => {
    expect(replaced(changes)).toEqual({ code: 'CONFIRMATION_REQUIRED', facts: { consequences: [{ pointer, kind }] } });
    expect(replaced(changes, true)).toEqual([4]);
  });

  it('asks nothing more of a column that was required, nor of codes that were as few', () => {
    const required = column('id', { required: true });
    expect(replaced({ columns: [required, ...students.columns.slice(1), column('note')] })).toEqual([4]);
    const again = students.columns.map((one) => (one.codes ? { ...one, codes: ['2', '1'] } : one));
    expect(replaced({ columns: again })).toEqual([4]);
    expect(replaced({ columns: [...students.columns, column('kind', { codes: ['a'] })] })).toEqual([4]);
  });

  it('that gives codes to a column without any narrows it', () => {
    const columns = students.columns.map((one) => (one.name === 'id' ? { ...one, codes: ['1'] } : one));
    const consequences = [{ pointer: '/columns/0/codes', kind: 'CODES_NARROWED' }];
    expect(replaced({ columns })).toEqual({ code: 'CONFIRMATION_REQUIRED', facts: { consequences } });
  });

  it('of a dataset that is retired, and stays so, takes nothing more away', () => {
    const retired = { ...students, retired: true as const };
    expect(decideReplaceDataset<Declaration>(retired, { ...retired, title: 'Pupils' }, [], false)).toMatchObject({
      ok: true,
      value: [{ type: 'DatasetDeclared', declaration: { title: 'Pupils', version: 4, retired: true } }],
    });
  });

  it('keeps to datasets that there are', () => {
    const linked = { ...students, schoolThrough: { dataset: 'enrollments', column: 'id' } };
    const decided = decideReplaceDataset<Declaration>(linked, { ...linked, title: 'Pupils' }, [], true);
    expect(decided).toEqual({
      ok: false,
      failure: { code: 'REFERENCE_UNKNOWN', pointer: '/schoolThrough/dataset' },
    });
  });

  it('brings a retired dataset back without a question', () => {
    const retired = { ...students, retired: true as const };
    const decided = decideReplaceDataset<Declaration>(retired, students, [], false);
    expect(decided.ok && decided.value[0]?.declaration.version).toBe(4);
  });
});
