import { declarations } from '../district/declarations.ts';
import { ruleSet } from '../district/rules/rule-set.ts';
import { parametersOfYear } from '../../shared/engine/run/parameters.ts';
import { quotedText } from '../../shared/engine/sandbox/sql-text.ts';

export type PeerName = 'postgres' | 'sqlite';

export interface PeerWork {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly sql: string }[];
  /** What is run once the rows are there: the view of the year, and indexes for what joins look for. */
  readonly after: readonly string[];
  readonly rules: readonly { readonly code: string; readonly sql: string }[];
}

const types = {
  postgres: {
    string: 'text',
    integer: 'bigint',
    decimal: 'numeric',
    date: 'date',
    boolean: 'boolean',
    timestamp: 'timestamp',
  },
  sqlite: { string: 'TEXT', integer: 'INTEGER', decimal: 'REAL', date: 'TEXT', boolean: 'INTEGER', timestamp: 'TEXT' },
} as const;

/** As an analyst wrote it, in the words of this engine. `whole`, `year` and the like are functions it is taught. */
const spoken = (peer: PeerName, sql: string): string => {
  const everywhere = sql.replaceAll(/try_cast\((\S+) AS INTEGER\)/g, 'whole($1)');
  return peer === 'postgres'
    ? everywhere.replaceAll(/INTERVAL (\d+) YEAR/g, "INTERVAL '$1 years'")
    : everywhere
        .replaceAll(/(\w+) - INTERVAL (\d+) YEAR/g, "date($1, '-$2 years')")
        .replaceAll(/DATE ('[\d-]+')/g, '$1');
};

const certification = (peer: PeerName, year: number): string => {
  const { reporting_year, ...dates } = parametersOfYear(year);
  const columns = Object.entries(dates).map(
    ([name, date]) => `CAST(${quotedText(date)} AS ${types[peer].date}) AS ${name}`,
  );
  return `CREATE VIEW certification AS SELECT ${reporting_year} AS reporting_year, ${columns.join(', ')}`;
};

const indexes = [
  'CREATE INDEX students_by_id ON students (studentUniqueId)',
  'CREATE INDEX enrollments_by_student ON enrollments (studentUniqueId, schoolId)',
  'CREATE INDEX attendance_by_student ON attendance (studentUniqueId, schoolId, attendanceDate)',
  'CREATE INDEX calendar_by_day ON calendar (schoolId, schoolDay)',
  'ANALYZE',
];

/** The district and its 28 rules for a row store: tables with indexes, answers as keys. */
export const peerWork = (peer: PeerName, year: number): PeerWork => ({
  tables: declarations.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
    sql: `CREATE TABLE ${name} (${columns.map((column) => `${column.name} ${types[peer][column.type]}`).join(', ')})`,
  })),
  after: [certification(peer, year), ...indexes],
  rules: ruleSet.map(({ code, key, asWritten }) => ({
    code,
    sql: `SELECT ${key.join(', ')} FROM (${spoken(peer, asWritten)}) AS found`,
  })),
});
