import { type ColumnType, type DatasetDeclaration, participantColumn } from '../../engine/declaration.ts';

/** The objects a view reads: those that snapshots pin, or those that were made of them, whose rows say whose they are. */
export type Form = 'PINNED' | 'COMPACTED';

/** As the stored files hold it, in the words of Athena's tables. */
const tableTypes: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'bigint',
  decimal: 'decimal(18,6)',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

const parquet = 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe';
const listed = 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat';
const unwritten = 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat';

/** Another declaration is another table: old files just have nothing in columns that came later. */
const tableName = ({ name, version }: DatasetDeclaration): string => `${name}_v${version}`.toLowerCase();

/** Views of a certification event bear its id; Athena's names know no hyphen. */
export const viewName = (certificationEventId: string, name: string): string =>
  `${certificationEventId}_${name}`.replaceAll(/[^A-Za-z0-9_]/g, '_').toLowerCase();

/**
 * A table over the very objects that snapshots pin. Which ones belong to a certification event a list says; the place of
 * that list follows from the event's id, so that no partition is ever added or repaired.
 */
export const tableStatement = (declaration: DatasetDeclaration, folder: string): string => {
  const declared = declaration.columns.map(({ name, type }) => `  \`${name.toLowerCase()}\` ${tableTypes[type]}`);
  const columns = [`  \`${participantColumn}\` string`, ...declared];
  return `CREATE EXTERNAL TABLE IF NOT EXISTS \`${tableName(declaration)}\` (
${columns.join(',\n')}
)
PARTITIONED BY (\`certification_event\` string)
ROW FORMAT SERDE '${parquet}'
STORED AS INPUTFORMAT '${listed}'
OUTPUTFORMAT '${unwritten}'
LOCATION '${folder}'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.certification_event.type' = 'injected',
  'storage.location.template' = '${folder}certification_event=\${certification_event}/'
)`;
};

/** What a view shows of each row, beginning with the participant. */
export const viewColumns = ({ columns }: DatasetDeclaration) => [
  { name: 'organization_id', type: tableTypes.string },
  ...columns.map(({ name, type }) => ({ name, type: tableTypes[type] })),
];

/**
 * The view of pinned objects is right over compacted ones too: those who do not run the statements again after the close
 * see no difference. The other one lets Athena pass over the groups of rows in which a participant is not.
 */
const participant: Readonly<Record<Form, string>> = {
  PINNED: `coalesce("${participantColumn}", regexp_extract("$path", '/(?:lanes|snapshots)/[^/]+/([^/]+)/', 1))`,
  COMPACTED: `"${participantColumn}"`,
};

/** One dataset of one certification event, each row with the participant whose file it lies in: a district or a school. */
export const datasetView = (declaration: DatasetDeclaration, certificationEventId: string, form: Form): string => {
  const columns = declaration.columns.map(({ name }) => `  "${name}"`);
  return `CREATE OR REPLACE VIEW "${viewName(certificationEventId, declaration.name)}" AS
SELECT
  ${participant[form]} AS organization_id,
${columns.join(',\n')}
FROM "${tableName(declaration)}"
WHERE certification_event = '${certificationEventId}'`;
};

/** How many records each participant has, in each dataset, by school: what the next year is compared with. */
export const recordsView = (declarations: readonly DatasetDeclaration[], certificationEventId: string): string => {
  const parts = declarations.map(({ name, schoolColumn }) => {
    const school = schoolColumn === null ? 'CAST(NULL AS varchar)' : `"${schoolColumn}"`;
    return `SELECT '${name}' AS dataset, organization_id, ${school} AS school_id, count(*) AS records
FROM "${viewName(certificationEventId, name)}"
GROUP BY 1, 2, 3`;
  });
  return `CREATE OR REPLACE VIEW "${viewName(certificationEventId, 'records')}" AS
${parts.join('\nUNION ALL\n')}`;
};
