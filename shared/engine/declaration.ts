import * as z from 'zod';

export const columnTypes = ['string', 'integer', 'decimal', 'boolean', 'date', 'timestamp'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** The one-row view every rule may read beside its datasets: reporting year, as-of date, first and last day of the year. */
export const certificationView = 'certification';

/** Where a rule finds the rows of the participant's previous certified snapshot: `previous.students`. */
export const previousSchema = 'previous';

/** Where a compacted row says whose it is. No declared column can begin so. */
export const participantColumn = '_organization_id';

/** Columns that the tables and views of the datamart have of their own, whatever the dataset. */
const datamartColumns: ReadonlySet<string> = new Set(['organization_id', 'certification_event']);

/** Names of views beside those of the datasets: the engine's, and the datamart's count of records. */
const viewsOfOurs: ReadonlySet<string> = new Set([certificationView, 'records']);

/** As JSON; an item of the table has 400 kB, and a declaration takes no more there than as JSON. */
export const declarationBytesAtMost = 400_000;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

// Names become SQL identifiers and parts of object keys; DuckDB compares identifiers without case.
const nameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);

// NUL ends texts early in some readers, and half a character is no text: neither could be kept faithfully.
const storable = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'holds characters that cannot be stored');

export const datasetColumnSchema = z
  .strictObject({
    name: nameSchema,
    type: z.enum(columnTypes),
    required: z.boolean(),
    description: storable(1000).optional(),
    codes: z.array(storable(1000).min(1)).min(1).max(5000).readonly().optional(),
  })
  .readonly();

export type ColumnDeclaration = z.infer<typeof datasetColumnSchema>;

const schoolLink = z.strictObject({ dataset: nameSchema, column: nameSchema }).readonly();

const shape = z.strictObject({
  name: nameSchema,
  version: z.int().min(1),
  title: storable(200).min(1),
  columns: z.array(datasetColumnSchema).min(1).max(200).readonly(),
  key: z.array(nameSchema).min(1).max(20).readonly(),
  schoolColumn: nameSchema.nullable(),
  schoolThrough: schoolLink.nullable(),
  /** Further ways to a school, each as good as the first: whoever attends a school is one of its students. */
  schoolThroughAlso: z.array(schoolLink).min(1).max(5).readonly().optional(),
  /** Nothing is delivered to it any more; what was delivered stays readable. */
  retired: z.literal(true).optional(),
});

/**
 * What the state declares about one dataset: its columns, the natural key that makes a row unique, and how a row belongs
 * to a school: by its own column, through other datasets that share a column with it, or (neither) not at all.
 * Rows that belong to no school are facts of the district and every one of its schools sees them: never people.
 */
export const datasetDeclarationSchema = shape
  .superRefine((declaration, context) => {
    for (const message of contradictions(declaration)) context.addIssue({ code: 'custom', message });
  })
  .readonly();

export type DatasetDeclaration = z.infer<typeof datasetDeclarationSchema>;

/** The datasets through any of which a row belongs to a school. */
export const schoolLinks = ({
  schoolThrough,
  schoolThroughAlso = [],
}: Pick<DatasetDeclaration, 'schoolThrough' | 'schoolThroughAlso'>): readonly z.infer<typeof schoolLink>[] =>
  schoolThrough === null ? [] : [schoolThrough, ...schoolThroughAlso];

const tooLarge = `the declaration has more than ${declarationBytesAtMost.toLocaleString('en-US')} bytes: shorten its lists of codes and its descriptions`;

const contradictions = (declaration: z.infer<typeof shape>): string[] => {
  const { name, columns, key, ...school } = declaration;
  const { schoolColumn } = school;
  const columnOf = new Map(columns.map((column) => [column.name, column]));
  const distinct = new Set(columns.map((column) => column.name.toLowerCase()));
  const through = schoolLinks(school).map(({ column }) => column);
  return [
    ...(viewsOfOurs.has(name.toLowerCase())
      ? [`'${name}' is the name of a view that every certification event has`]
      : []),
    ...columns
      .filter((column) => datamartColumns.has(column.name.toLowerCase()))
      .map((column) => `'${column.name}' is a column that every dataset has in the datamart`),
    ...(bytesOf(declaration) > declarationBytesAtMost ? [tooLarge] : []),
    ...(distinct.size < columns.length
      ? ['two columns have the same name (upper and lower case are not told apart)']
      : []),
    ...key.filter((part) => columnOf.get(part)?.required !== true).map((part) => `key '${part}' is no required column`),
    ...(new Set(key).size < key.length ? ['a column stands twice in the key'] : []),
    ...(schoolColumn !== null && through.length > 0 ? ['a row belongs to a school in one way only'] : []),
    ...(school.schoolThrough === null && school.schoolThroughAlso !== undefined
      ? ['a further way to a school without a first']
      : []),
    ...[schoolColumn, ...through]
      .filter((column) => column !== null)
      .filter((column) => columnOf.get(column)?.type !== 'string')
      .map((column) => `'${column}' names no column of type string`),
    ...columns
      .filter((column) => column.codes !== undefined && column.type !== 'string')
      .map((column) => `'${column.name}' has codes but is not of type string`),
  ];
};
