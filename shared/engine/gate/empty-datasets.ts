import type { DuckDBConnection } from '@duckdb/node-api';
import { type DatasetDeclaration, previousSchema } from '../declaration.ts';
import { sqlTypes } from '../sandbox/column-types.ts';
import { quotedName } from '../sandbox/sql-text.ts';

// With nothing to read, DuckDB would plan every join as the one for a handful of rows.
const asForManyRows = ['SET nested_loop_join_threshold = 0', 'SET merge_join_threshold = 0'];

/** Out of reach for rules: no dataset is called like this, and the views show the declared columns only. */
const rowsOf = (name: string): string => `main.${quotedName(`rows of ${name}`)}`;

const tableOf = ({ name, columns }: DatasetDeclaration): string =>
  `CREATE TABLE ${rowsOf(name)} (${columns.map((column) => `${quotedName(column.name)} ${sqlTypes[column.type]}`).join(', ')})`;

const viewOf = (schema: string, { name }: DatasetDeclaration): string =>
  `CREATE VIEW ${schema}.${quotedName(name)} AS SELECT * FROM ${rowsOf(name)}`;

/**
 * Every declared dataset without a row, now and `previous`. Tables stand behind the views: a view that is empty by its own
 * condition would be folded away, and with it the joins whose plan is to be seen.
 */
export const createEmptyDatasets = async (
  connection: DuckDBConnection,
  datasets: readonly DatasetDeclaration[],
): Promise<void> => {
  await connection.run(`CREATE SCHEMA ${previousSchema}`);
  for (const statement of asForManyRows) await connection.run(statement);
  for (const dataset of datasets) {
    await connection.run(tableOf(dataset));
    await connection.run(viewOf('main', dataset));
    await connection.run(viewOf(previousSchema, dataset));
  }
};
