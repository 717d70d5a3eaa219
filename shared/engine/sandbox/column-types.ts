import type { ColumnType } from '../declaration.ts';

/** How a declared type is stored and what a rule sees. 12 digits before the point hold every count and amount of a state. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(18,6)',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};
