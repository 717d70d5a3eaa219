import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../api/shapes.ts';
import { bodyOf, emptyColumn, emptyDataset, formOf } from './dataset-form.ts';

const dataset: Dataset = {
  id: 'meals',
  name: 'meals',
  version: 3,
  title: 'Meals',
  columns: [
    { name: 'servedOn', type: 'date', required: true },
    { name: 'studentUniqueId', type: 'string', required: true, description: 'As in students' },
    { name: 'kind', type: 'string', required: false, codes: ['LUNCH', 'BREAKFAST'] },
  ],
  key: ['studentUniqueId', 'servedOn'],
  schoolColumn: null,
  schoolThrough: { dataset: 'students', column: 'studentUniqueId' },
  retired: false,
};

describe('The form of a dataset', () => {
  it('sends back what was loaded: also the order of the key and the way to a school', () => {
    const { id: _id, version: _version, ...declared } = dataset;
    expect(bodyOf(formOf(dataset), dataset)).toEqual(declared);
  });

  it('takes one code a line, and no empty ones', () => {
    const form = formOf(dataset);
    const kind = { ...emptyColumn, name: 'kind', codes: 'LUNCH\n\n SNACK \n' };
    expect(bodyOf({ ...form, columns: [kind] }, dataset).columns).toEqual([
      { name: 'kind', type: 'string', required: false, codes: ['LUNCH', 'SNACK'] },
    ]);
  });

  it('requires what is part of the key', () => {
    const form = { ...emptyDataset, name: 'meals', columns: [{ ...emptyColumn, name: 'id', isKey: true }] };
    expect(bodyOf(form, null)).toMatchObject({ key: ['id'], columns: [{ name: 'id', required: true }] });
  });
});
