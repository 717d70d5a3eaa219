import { type ColumnDeclaration, type ColumnType, type DatasetDeclaration, schoolLinks } from '../declaration.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What a delivered value may look like: numbers and truths may also come as text, as files without types have them. */
const shapes: Readonly<Record<ColumnType, Schema>> = {
  string: { type: 'string', maxLength: 4_000 },
  integer: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^-?\\d{1,15}$' }] },
  decimal: { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$' }] },
  boolean: { anyOf: [{ type: 'boolean' }, { enum: ['true', 'false', '1', '0'] }] },
  date: { type: 'string', format: 'date' },
  timestamp: { type: 'string', format: 'date-time' },
};

const schemaOf = ({ type, required, description, codes }: ColumnDeclaration): Schema => {
  const shape = codes === undefined ? shapes[type] : { enum: codes };
  return {
    ...(description === undefined ? {} : { description }),
    ...(required ? shape : { anyOf: [shape, { type: 'null' }] }),
  };
};

/** One row of a delivered file as JSON Schema 2020-12, for whoever checks it before sending it. */
export const rowSchema = (declaration: DatasetDeclaration): Schema => {
  const { name, version, title, columns, key, schoolColumn } = declaration;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `/v1/datasets/${name}?format=schema&version=${version}`,
    title,
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, schemaOf(column)])),
    required: columns.filter(({ required }) => required).map((column) => column.name),
    additionalProperties: false,
    'x-key': key,
    'x-school-column': schoolColumn,
    'x-school-through': schoolLinks(declaration),
  };
};
