import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { startEngine } from '../../shared/engine/sandbox/engine-process.ts';
import { quotedName, quotedText, textList } from '../../shared/engine/sandbox/sql-text.ts';
import { mustBeExpected } from './expected.ts';

const countsSchema = z.record(z.string(), z.number());

const viewsOf = ({ datasets, parameters }: RunJob): readonly string[] => [
  ...datasets.flatMap(({ declaration, files }) =>
    files === null ? [] : [`CREATE VIEW ${quotedName(declaration.name)} AS FROM read_parquet(${textList(files)})`],
  ),
  `CREATE VIEW certification AS SELECT ${parameters.reporting_year} AS reporting_year,
    ${(['as_of', 'school_year_start', 'school_year_end'] as const)
      .map((name) => `CAST(${quotedText(parameters[name])} AS DATE) AS ${name}`)
      .join(', ')}`,
];

const applying = ({ datasets, rules }: RunJob) => {
  const delivered = new Set(datasets.filter(({ files }) => files !== null).map(({ declaration }) => declaration.name));
  return rules.filter((rule) => rule.datasets.every((dataset) => delivered.has(dataset)));
};

/** The limit: DuckDB with the same SQL on the same files in a process of the same kind, and nothing around it. */
export const runBare = async (job: RunJob): Promise<void> => {
  const rules = applying(job).map(({ code, sql }) => ({ code, sql }));
  const { threads, memoryMb } = job.limits;
  const work = { settings: { threads: String(threads), memory_limit: `${memoryMb}MB` }, views: viewsOf(job), rules };
  const engine = startEngine(work, job.limits, fileURLToPath(new URL('bare.mjs', import.meta.url)));
  let counts: unknown;
  for await (const message of engine.messages) counts = message;
  const { stderr } = await engine.ended;
  if (counts === undefined) throw new Error(`bare DuckDB ended without an answer: ${stderr}`);
  mustBeExpected('bare DuckDB', countsSchema.parse(counts));
};
