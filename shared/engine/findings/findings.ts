import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedText } from '../sandbox/sql-text.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';

export type Cell = string | number | boolean | null;
export type FindingRow = Readonly<Record<string, Cell>>;

export interface FindingsQuery {
  readonly ruleCode?: string | undefined;
  readonly severity?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface FindingsPage {
  readonly items: readonly { readonly ruleCode: string; readonly severity: string; readonly row: FindingRow }[];
  /** For each rule on the page its columns in the order of the rule. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** How many there are under the same filters. */
  readonly total: number;
}

/** The findings file of one run, opened for reading. Close it; it holds an engine of its own. */
export interface Findings {
  page(query: FindingsQuery): Promise<FindingsPage>;
  /** The rows of one rule as JSON texts in their order, batch by batch. Throws when the file ends before its rows do. */
  rowTexts(ruleCode: string): AsyncIterable<readonly string[]>;
  readonly close: () => void;
}

const limits = { memoryMb: 256, threads: 1 };

export const openFindings = async (file: string): Promise<Findings> => {
  const sandbox = await openSandbox(join(dirname(file), 'spill'), limits);
  await sandbox.connection.run(`CREATE VIEW findings AS SELECT * FROM read_parquet(${quotedText(file)})`);
  await sandbox.lock([file]);
  const counts = rowCounts(sandbox.connection);
  return {
    page: (query) => pageOf(sandbox.connection, query),
    rowTexts: (ruleCode) => textsOf(sandbox.connection, ruleCode, counts),
    close: sandbox.close,
  };
};

/** One row as an object; its fields may stand in another order than the columns (JSON puts number-like names first). */
export const parsedRow = (text: string): FindingRow => trustedJson(text);

// The file is sorted by rule and ordinal already; only its own order of rules is that of the run.
const pageOf = async (
  connection: DuckDBConnection,
  { ruleCode, severity, offset, limit }: FindingsQuery,
): Promise<FindingsPage> => {
  const filters = [
    ...(ruleCode === undefined ? [] : [`rule_code = ${quotedText(ruleCode)}`]),
    ...(severity === undefined ? [] : [`severity = ${quotedText(severity)}`]),
  ];
  const chosen = `FROM findings ${filters.length === 0 ? '' : `WHERE ${filters.join(' AND ')}`}`;
  const counted = await connection.runAndReadAll(`SELECT count(*) ${chosen}`);
  const read = await connection.runAndReadAll(
    `SELECT rule_code, severity, "row", to_json(json_keys("row")) ${chosen} LIMIT ${limit} OFFSET ${offset}`,
  );
  const rows = read.getRows().map(([code, level, row, keys]) => ({
    ruleCode: String(code),
    severity: String(level),
    row: parsedRow(String(row)),
    keys: trustedJson<readonly string[]>(String(keys)),
  }));
  return {
    items: rows.map(({ keys: _keys, ...item }) => item),
    columns: Object.fromEntries(rows.map((row) => [row.ruleCode, row.keys])),
    total: Number(counted.getRows()[0]?.[0]),
  };
};

type RowCounts = () => Promise<ReadonlyMap<string, number>>;

// Asked for once: a report goes through all rules.
const rowCounts = (connection: DuckDBConnection): RowCounts => {
  let counted: Promise<ReadonlyMap<string, number>> | undefined;
  const count = async (): Promise<ReadonlyMap<string, number>> => {
    const read = await connection.runAndReadAll('SELECT rule_code, count(*) FROM findings GROUP BY rule_code');
    return new Map(read.getRows().map(([code, rows]) => [String(code), Number(rows)]));
  };
  return () => (counted ??= count());
};

const textsOf = async function* (
  connection: DuckDBConnection,
  ruleCode: string,
  counts: RowCounts,
): AsyncGenerator<readonly string[]> {
  const chosen = `FROM findings WHERE rule_code = ${quotedText(ruleCode)}`;
  let left = (await counts()).get(ruleCode) ?? 0;
  // The file is sorted, and a scan keeps the order of what it reads; sorting again would hold every row in memory.
  const result = await connection.stream(`SELECT "row" ${chosen}`);
  for await (const rows of result.yieldRows()) {
    left -= rows.length;
    yield rows.map(([text]) => String(text));
  }
  // A stream that was stopped in between looks complete.
  if (left !== 0) throw new Error(`the findings of ${ruleCode} ended ${left} rows too early`);
};
