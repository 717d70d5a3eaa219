import { DuckDBInstance } from '@duckdb/node-api';
import * as z from 'zod';
import { Fingerprint, keyText } from '../oracle/fingerprint.ts';
import { tell } from './tell.ts';

export const bareQuestion = z.object({
  settings: z.record(z.string(), z.string()),
  views: z.array(z.string()),
  rules: z.array(z.object({ code: z.string(), sql: z.string(), key: z.array(z.string()) })),
  /** Counts only, or which rows as well: then it is no contender. */
  withKeys: z.boolean(),
});

type Rule = z.output<typeof bareQuestion>['rules'][number];

/** DuckDB and nothing around it: views over files, then each rule as it is, its rows counted and thrown away. */
await tell(async (question) => {
  const { settings, views, rules, withKeys } = bareQuestion.parse(JSON.parse(question));
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  for (const view of views) await connection.run(view);

  const counted = async ({ sql }: Rule) => {
    const result = await connection.stream(sql);
    let count = 0;
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk())
      count += chunk.rowCount;
    return { count, fingerprint: '' };
  };

  const compared = async ({ sql, key }: Rule) => {
    const found = new Fingerprint();
    const texts = key.map((column) => `CAST("${column}" AS VARCHAR)`).join(', ');
    const result = await connection.stream(`SELECT ${texts} FROM (${sql})`);
    for await (const rows of result.yieldRows()) for (const row of rows) found.add(keyText(row.map(String)));
    return found.found();
  };

  const answers: Record<string, unknown> = {};
  for (const rule of rules) answers[rule.code] = await (withKeys ? compared(rule) : counted(rule));
  return answers;
});
