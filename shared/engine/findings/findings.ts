import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedText } from '../sandbox/sql-text.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';
import { type CauseCount, causesOf, chosenRows } from './causes.ts';
import { copyRows, type RowsFile } from './rows-file.ts';

export type Cell = string | number | boolean | null;
export type FindingRow = Readonly<Record<string, Cell>>;

export interface FindingsQuery {
  readonly ruleCode?: string | undefined;
  readonly severity?: string | undefined;
  readonly cause?: string | undefined;
  /** Rules that name a cause column: how many rows each cause of theirs has is told, too. */
  readonly counted?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

export interface FindingsPage {
  readonly items: readonly { readonly ruleCode: string; readonly severity: string; readonly row: FindingRow }[];
  /** For each rule on the page its columns in the order of the rule. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly causes: Readonly<Record<string, readonly CauseCount[]>>;
  /** How many there are under the same filters. */
  readonly total: number;
}

/** The findings file of one run, opened for reading. Close it; it holds an engine of its own. */
export interface Findings {
  page(query: FindingsQuery): Promise<FindingsPage>;
  /** The rows of one rule, or of one cause, as JSON texts in their order, batch by batch. Throws when the file ends before its rows do. */
  rowTexts(ruleCode: string, cause?: string): AsyncIterable<readonly string[]>;
  /** The same rows as a Parquet file; its target was named at opening. */
  copyRows(ruleCode: string, cause: string | undefined, file: RowsFile): Promise<void>;
  causes(ruleCodes: readonly string[]): Promise<FindingsPage['causes']>;
  /** How many rows of a rule are here, or of one of its causes: of very many that it found only the first are. */
  kept(ruleCode: string, cause?: string): Promise<number>;
  readonly close: () => void;
}

const limits = { memoryMb: 256, threads: 1 };

export const openFindings = async (file: string, targets: readonly string[] = []): Promise<Findings> => {
  const sandbox = await openSandbox(join(dirname(file), 'spill'), limits);
  await sandbox.connection.run(`CREATE VIEW findings AS SELECT * FROM read_parquet(${quotedText(file)})`);
  await sandbox.lock([file, ...targets]);
  const counts = rowCounts(sandbox.connection);
  return {
    page: (query) => pageOf(sandbox.connection, query),
    rowTexts: (ruleCode, cause) =>
      textsOf(sandbox.connection, chosenRows(ruleCode, cause), () => counts(ruleCode, cause)),
    copyRows: (ruleCode, cause, rows) => copyRows(sandbox.connection, chosenRows(ruleCode, cause), rows),
    kept: counts,
    causes: (ruleCodes) => causesOf(sandbox.connection, ruleCodes),
    close: sandbox.close,
  };
};

/** One row as an object; its fields may stand in another order than the columns (JSON puts number-like names first). */
export const parsedRow = (text: string): FindingRow => trustedJson(text);

// The file is sorted by rule and ordinal already; only its own order of rules is that of the run.
const pageOf = async (
  connection: DuckDBConnection,
  { ruleCode, severity, cause, counted = [], offset, limit }: FindingsQuery,
): Promise<FindingsPage> => {
  const filters = [
    ...(ruleCode === undefined ? [] : [`rule_code = ${quotedText(ruleCode)}`]),
    ...(severity === undefined ? [] : [`severity = ${quotedText(severity)}`]),
    ...(cause === undefined ? [] : [`cause = ${quotedText(cause)}`]),
  ];
  const chosen = `FROM findings ${filters.length === 0 ? '' : `WHERE ${filters.join(' AND ')}`}`;
  const all = await connection.runAndReadAll(`SELECT count(*) ${chosen}`);
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
    causes: counted.length === 0 ? {} : await causesOf(connection, counted),
    total: Number(all.getRows()[0]?.[0]),
  };
};

type RowCounts = Findings['kept'];

// Asked for once: a report goes through all rules.
const rowCounts = (connection: DuckDBConnection): RowCounts => {
  let counted: Promise<ReadonlyMap<string, number>> | undefined;
  const count = async (): Promise<ReadonlyMap<string, number>> => {
    const read = await connection.runAndReadAll('SELECT rule_code, count(*) FROM findings GROUP BY rule_code');
    return new Map(read.getRows().map(([code, rows]) => [String(code), Number(rows)]));
  };
  return async (ruleCode, cause) => {
    if (cause === undefined) return (await (counted ??= count())).get(ruleCode) ?? 0;
    const read = await connection.runAndReadAll(`SELECT count(*) ${chosenRows(ruleCode, cause)}`);
    return Number(read.getRows()[0]?.[0]);
  };
};

const textsOf = async function* (
  connection: DuckDBConnection,
  chosen: string,
  rows: () => Promise<number>,
): AsyncGenerator<readonly string[]> {
  let left = await rows();
  // The file is sorted, and a scan keeps the order of what it reads; sorting again would hold every row in memory.
  const result = await connection.stream(`SELECT "row" ${chosen}`);
  for await (const texts of result.yieldRows()) {
    left -= texts.length;
    yield texts.map(([text]) => String(text));
  }
  // A stream that was stopped in between looks complete.
  if (left !== 0) throw new Error(`the findings of a rule ended ${left} rows too early`);
};
