import { type ColumnDeclaration, datasetColumnSchema } from '../../../shared/engine/declaration.ts';
import type { Dataset } from '../../api/shapes.ts';

export interface ColumnForm {
  name: string;
  type: ColumnDeclaration['type'];
  required: boolean;
  isKey: boolean;
  description: string;
  /** One a line; empty where any value may stand. */
  codes: string;
}

export interface DatasetForm {
  name: string;
  title: string;
  columns: ColumnForm[];
  /** Empty where a row belongs to no school, or through another dataset. */
  schoolColumn: string;
  retired: boolean;
  reason: string;
}

export const emptyColumn: ColumnForm = {
  name: '',
  type: 'string',
  required: false,
  isKey: false,
  description: '',
  codes: '',
};

export const emptyDataset: DatasetForm = {
  name: '',
  title: '',
  columns: [{ ...emptyColumn, required: true, isKey: true }],
  schoolColumn: '',
  retired: false,
  reason: '',
};

export const formOf = ({ name, title, columns, key, schoolColumn, retired }: Dataset): DatasetForm => ({
  name,
  title,
  columns: columns.map((sent) => {
    const column = datasetColumnSchema.parse(sent);
    return {
      name: column.name,
      type: column.type,
      required: column.required,
      isKey: key.includes(column.name),
      description: column.description ?? '',
      codes: column.codes?.join('\n') ?? '',
    };
  }),
  schoolColumn: schoolColumn ?? '',
  retired,
  reason: '',
});

const columnOf = ({ name, type, required, isKey, description, codes }: ColumnForm) => {
  const listed = codes.split('\n').flatMap((code) => (code.trim() === '' ? [] : [code.trim()]));
  return {
    name: name.trim(),
    type,
    // A part of the key that may be missing tells no rows apart.
    required: required || isKey,
    ...(description.trim() !== '' && { description: description.trim() }),
    ...(listed.length > 0 && { codes: listed }),
  };
};

/** What the API gets. `present`, where there is one, keeps what cannot change: the order of its key and its way to a school. */
export const bodyOf = (form: DatasetForm, present: Dataset | null) => {
  const keys = form.columns.flatMap(({ name, isKey }) => (isKey ? [name.trim()] : []));
  const kept = present?.key.filter((name) => keys.includes(name)) ?? [];
  return {
    name: form.name.trim(),
    title: form.title.trim(),
    columns: form.columns.map(columnOf),
    key: [...kept, ...keys.filter((name) => !kept.includes(name))],
    schoolColumn: form.schoolColumn.trim() === '' ? null : form.schoolColumn.trim(),
    schoolThrough: present?.schoolThrough ?? null,
    ...(present?.schoolThroughAlso !== undefined && { schoolThroughAlso: present.schoolThroughAlso }),
    retired: form.retired,
    ...(form.reason.trim() !== '' && { reason: form.reason.trim() }),
  };
};
