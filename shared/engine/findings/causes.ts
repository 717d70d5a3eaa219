import type { DuckDBConnection } from '@duckdb/node-api';
import { quotedName, quotedText, textList } from '../sandbox/sql-text.ts';

/** One thing that is behind some of a rule's rows. An empty cause: those rows have no value there. */
export interface CauseCount {
  readonly cause: string;
  readonly count: number;
}

const longestCause = 200;

/** A cause is a label to count and choose by, not a text to read: the row has it whole. */
export const causeOf = (column: string): string =>
  `left(coalesce(CAST(found.${quotedName(column)} AS VARCHAR), ''), ${longestCause})`;

/** More than these nobody reads through; a column with so many values tells no causes. */
const causesTold = 100;

/** The rows of each rule by what is behind them: the most frequent causes, the most frequent first. */
export const causesOf = async (
  connection: DuckDBConnection,
  ruleCodes: readonly string[],
): Promise<Readonly<Record<string, readonly CauseCount[]>>> => {
  const counted = await connection.runAndReadAll(
    `SELECT rule_code, cause, count(*) AS rows FROM findings WHERE rule_code IN (SELECT unnest(${textList(ruleCodes)}))
      GROUP BY rule_code, cause
      QUALIFY row_number() OVER (PARTITION BY rule_code ORDER BY count(*) DESC, cause) <= ${causesTold}
      ORDER BY rule_code, rows DESC, cause`,
  );
  const rows = counted.getRows().map(([code, cause, count]) => [String(code), String(cause), Number(count)] as const);
  return Object.fromEntries(
    ruleCodes.map((code) => [
      code,
      rows.filter(([ruleCode]) => ruleCode === code).map(([, cause, count]) => ({ cause, count })),
    ]),
  );
};

/** The rows of one rule, or those of it with one cause. */
export const chosenRows = (ruleCode: string, cause: string | undefined): string =>
  `FROM findings WHERE rule_code = ${quotedText(ruleCode)}${cause === undefined ? '' : ` AND cause = ${quotedText(cause)}`}`;
