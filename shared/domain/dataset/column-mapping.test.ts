import { describe, expect, it } from 'vitest';
import { bearCreek } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import { decideOrganizationData, noData } from './decide-lanes.ts';
import { evolveOrganizationData } from './evolve-lanes.ts';
import type { ColumnMapping, OrganizationData } from './state.ts';

const columns = ['studentId', 'birthDate', 'a/b~c'];

const mapped = (mapping: Partial<ColumnMapping>, declared: readonly string[] | null = columns) => {
  const whole = { columns: {}, ignored: [], ...mapping };
  const command = { type: 'mapColumns', dataset: 'students', mapping: whole, declared } as const;
  const decided = decideOrganizationData(noData(bearCreek), command, { now: moment('2026-05-06') });
  return decided.ok ? decided.value : decided.failure;
};

describe('What a district calls its columns', () => {
  it('is kept for the dataset, in the place of what it said before', () => {
    const mapping = { columns: { Birthday: 'birthDate' }, ignored: ['Remarks'] };
    const happened = mapped(mapping);
    expect(happened).toEqual([{ type: 'ColumnsMapped', dataset: 'students', mapping }]);
    const former = { columns: { ID: 'studentId' }, ignored: [] };
    const data: OrganizationData = { ...noData(bearCreek), columnMappings: { staff: former, students: former } };
    const after = evolveOrganizationData(data, { type: 'ColumnsMapped', dataset: 'students', mapping });
    expect(after).toEqual({ ...data, columnMappings: { staff: former, students: mapping } });
  });

  it('is said of a dataset that there is', () => {
    expect(mapped({}, null)).toEqual({ code: 'NOT_FOUND' });
    expect(mapped({})).toMatchObject([{ type: 'ColumnsMapped' }]);
  });

  it('stands for columns that are declared', () => {
    const unknown = { code: 'REFERENCE_UNKNOWN', pointer: '/columns/Born' };
    expect(mapped({ columns: { Birthday: 'birthDate', Born: 'birthday' } })).toEqual(unknown);
    const odd = mapped({ columns: { 'Born/On~/': 'born' } });
    expect(odd).toEqual({ code: 'REFERENCE_UNKNOWN', pointer: '/columns/Born~1On~0~1' });
  });

  it('is no name of a declared column, which means itself whatever its case', () => {
    const declared = (pointer: string) => ({ code: 'COLUMN_DECLARED', pointer });
    expect(mapped({ columns: { studentId: 'birthDate' } })).toEqual(declared('/columns/studentId'));
    expect(mapped({ columns: { ' STUDENTID ': 'birthDate' } })).toEqual(declared('/columns/ STUDENTID '));
    expect(mapped({ ignored: ['birthdate'] })).toEqual(declared('/ignored/0'));
    expect(mapped({ ignored: ['Remarks', 'BirthDate '] })).toEqual(declared('/ignored/1'));
  });
});
