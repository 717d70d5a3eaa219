import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type {
  ComparisonJob,
  Difference,
  DifferenceCount,
  Differences,
  DifferencesListed,
  SchoolDifferences,
  TooManyRows,
} from '../../application/ports/data-comparer.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { createDatasetViews, createPreviousViews } from '../run/views.ts';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedText } from '../sandbox/sql-text.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';
import { differenceJson } from './differences.ts';
import {
  differenceCounts,
  differingParts,
  differingRows,
  noDifferingParts,
  rowsWithSchools,
  rowsInDifferingParts,
} from './differing-rows.ts';

const examplesOfAKind = 20;

const limits = { memoryMb: 512, threads: 2 };

const fields = { ONLY_HERE: 'onlyHere', ONLY_THERE: 'onlyThere', DIFFERENT: 'different' } as const;
const kinds = ['ONLY_HERE', 'ONLY_THERE', 'DIFFERENT'] as const;

const comparedIn = ({ here, names }: Pick<ComparisonJob, 'here' | 'names'>) =>
  here
    .map(({ declaration }) => declaration)
    .filter(({ name }) => names.includes(name))
    .sort((left, right) => (left.name < right.name ? -1 : 1));

const withBoth = async <Value>(
  { here, there, names, schoolId, workFolder, target }: ComparisonJob,
  work: (connection: DuckDBConnection) => Promise<Value>,
): Promise<Value> => {
  const spill = join(workFolder, 'spill');
  await mkdir(spill, { recursive: true });
  const { connection, lock, close } = await openSandbox(spill, limits);
  try {
    await createDatasetViews(connection, here, schoolId);
    await createPreviousViews(connection, there, schoolId);
    await lock([...[...here, ...there].flatMap(({ files }) => files ?? []), target]);
    await connection.run(noDifferingParts);
    for (const declaration of comparedIn({ here, names })) await connection.run(differingParts(declaration));
    return await work(connection);
  } finally {
    close();
  }
};

const sumOf = ({ onlyHere, onlyThere, different }: Differences): number => onlyHere + onlyThere + different;

/** What links lead through is declared on both sides. */
const declaredIn = ({ here }: Pick<ComparisonJob, 'here'>): readonly DatasetDeclaration[] =>
  here.map(({ declaration }) => declaration);

const countsOfRow = ([, school, onlyHere, onlyThere, different]: readonly DuckDBValue[]): SchoolDifferences => ({
  schoolId: school === null || school === undefined ? null : String(school),
  onlyHere: Number(onlyHere),
  onlyThere: Number(onlyThere),
  different: Number(different),
});

const countsOf = async (
  connection: DuckDBConnection,
  declaration: DatasetDeclaration,
  declared: readonly DatasetDeclaration[],
): Promise<readonly DifferenceCount[]> => {
  const counted = await connection.runAndReadAll(differenceCounts(declaration, declared));
  const [whole, ...schools] = counted.getRows().map(countsOfRow);
  if (whole === undefined) return [];
  const { schoolId: _, ...counts } = whole;
  return sumOf(counts) === 0 ? [] : [{ dataset: declaration.name, ...counts, schools }];
};

/**
 * Counts the keys that only one side has, and those whose rows differ. Values are compared and never written down. More than
 * `rowsAtMost` rows, of both sides together, are not joined.
 */
export const countDifferences = (
  job: ComparisonJob,
  rowsAtMost: number,
): Promise<Result<readonly DifferenceCount[], TooManyRows>> =>
  withBoth(job, async (connection) => {
    const held = await connection.runAndReadAll(rowsInDifferingParts);
    const rows = Number(held.getRows()[0]?.[0]);
    if (rows > rowsAtMost) return refuse({ rows, rowsAtMost });
    const counts: DifferenceCount[] = [];
    for (const declaration of comparedIn(job)) {
      counts.push(...(await countsOf(connection, declaration, declaredIn(job))));
    }
    return ok(counts);
  });

const countOf = (counts: readonly DifferenceCount[], dataset: string, kind: Difference['kind']): number =>
  counts.find((one) => one.dataset === dataset)?.[fields[kind]] ?? 0;

const examplesOf = async (connection: DuckDBConnection): Promise<readonly Difference[]> => {
  const found = await connection.runAndReadAll(
    `SELECT ${differenceJson} FROM temp.listed
      QUALIFY row_number() OVER (PARTITION BY dataset, kind ORDER BY schools, key) <= ${examplesOfAKind}
      ORDER BY dataset, kind, schools, key`,
  );
  return found.getRows().map(([text]) => trustedJson<Difference>(String(text)));
};

/** One kind after the other: within one statement the engine would hold the joins of all of them at once. */
const findRows = async (
  connection: DuckDBConnection,
  declaration: DatasetDeclaration,
  found: readonly Difference['kind'][],
  most: number,
): Promise<void> => {
  for (const [at, kind] of found.entries()) {
    const into = at === 0 ? 'CREATE OR REPLACE TEMP TABLE found AS' : 'INSERT INTO temp.found';
    await connection.run(`${into} ${differingRows(declaration, kind, most)}`);
  }
};

/**
 * Writes down which keys were counted. Where they are more than `most`, each kind of each dataset has an equal share of
 * them: those the engine met first.
 */
export const listDifferences = (
  job: ComparisonJob,
  counts: readonly DifferenceCount[],
  most: number,
): Promise<DifferencesListed> =>
  withBoth(job, async (connection) => {
    const wanted = comparedIn(job)
      .map((declaration) => ({
        declaration,
        found: kinds.filter((kind) => countOf(counts, declaration.name, kind) > 0),
      }))
      .filter(({ found }) => found.length > 0);
    const total = counts.reduce((sum, one) => sum + sumOf(one), 0);
    const share = total <= most ? most : Math.floor(most / wanted.reduce((sum, { found }) => sum + found.length, 0));
    await connection.run(
      'CREATE TEMP TABLE listed (dataset VARCHAR, kind VARCHAR, schools VARCHAR[], key VARCHAR, changed VARCHAR[])',
    );
    for (const { declaration, found } of wanted) {
      await findRows(connection, declaration, found, share);
      await connection.run(`INSERT INTO temp.listed ${rowsWithSchools(declaration, declaredIn(job))}`);
    }
    await connection.run(
      `COPY (FROM temp.listed ORDER BY dataset, kind, schools, key)
        TO ${quotedText(job.target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
    );
    return { examples: await examplesOf(connection), complete: total <= most };
  });
