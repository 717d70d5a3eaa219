import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type {
  ComparisonJob,
  ComparisonSummary,
  Difference,
  DifferenceCount,
} from '../../application/ports/data-comparer.ts';
import { type DatasetDeclaration, previousSchema } from '../declaration.ts';
import { createDatasetViews, createPreviousViews } from '../run/views.ts';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';
import { differenceJson } from './differences.ts';

const examplesOfAKind = 20;

const limits = { memoryMb: 512, threads: 2 };

const differencesOf = ({ name, key, columns, schoolColumn }: DatasetDeclaration): string => {
  // The other state stands where a rule finds the year before.
  const [here, there] = [`main.${quotedName(name)}`, `${previousSchema}.${quotedName(name)}`];
  const keys = key.map(quotedName);
  const first = keys[0] ?? '';
  const others = columns.map((column) => column.name).filter((column) => !key.includes(column));
  const changed = others.map((column) => {
    const quoted = quotedName(column);
    return `CASE WHEN h.${quoted} IS DISTINCT FROM t.${quoted} THEN ${quotedText(column)} END`;
  });
  const changedList = `list_filter([${['NULL', ...changed].join(', ')}]::VARCHAR[], name -> name IS NOT NULL)`;
  const keyPairs = key.map(
    (column) => `${quotedText(column)}, CAST(coalesce(h.${quotedName(column)}, t.${quotedName(column)}) AS VARCHAR)`,
  );
  const school =
    schoolColumn === null ? 'NULL' : `coalesce(h.${quotedName(schoolColumn)}, t.${quotedName(schoolColumn)})`;
  return `SELECT ${quotedText(name)} AS dataset,
      CASE WHEN t.${first} IS NULL THEN 'ONLY_HERE' WHEN h.${first} IS NULL THEN 'ONLY_THERE' ELSE 'DIFFERENT' END AS kind,
      CAST(${school} AS VARCHAR) AS school, CAST(json_object(${keyPairs.join(', ')}) AS VARCHAR) AS key,
      CASE WHEN t.${first} IS NULL OR h.${first} IS NULL THEN []::VARCHAR[] ELSE ${changedList} END AS changed
    FROM ${here} h FULL OUTER JOIN ${there} t ON ${keys.map((column) => `h.${column} = t.${column}`).join(' AND ')}
    WHERE t.${first} IS NULL OR h.${first} IS NULL OR len(${changedList}) > 0`;
};

const countsOf = async (connection: DuckDBConnection, target: string): Promise<readonly DifferenceCount[]> => {
  const counted = await connection.runAndReadAll(
    `SELECT dataset, school, count(*) FILTER (kind = 'ONLY_HERE'), count(*) FILTER (kind = 'ONLY_THERE'),
        count(*) FILTER (kind = 'DIFFERENT')
      FROM read_parquet(${quotedText(target)}) GROUP BY dataset, school ORDER BY dataset, school`,
  );
  return counted.getRows().map(([dataset, school, onlyHere, onlyThere, different]) => ({
    dataset: String(dataset),
    schoolId: school === null || school === undefined ? null : String(school),
    onlyHere: Number(onlyHere),
    onlyThere: Number(onlyThere),
    different: Number(different),
  }));
};

const examplesOf = async (connection: DuckDBConnection, target: string): Promise<readonly Difference[]> => {
  const found = await connection.runAndReadAll(
    `SELECT ${differenceJson} FROM read_parquet(${quotedText(target)})
      QUALIFY row_number() OVER (PARTITION BY dataset, kind ORDER BY school, key) <= ${examplesOfAKind}
      ORDER BY dataset, kind, school, key`,
  );
  return found.getRows().map(([text]) => trustedJson<Difference>(String(text)));
};

/** Finds the keys that only one side has, and those whose rows differ. Values are compared and never written down. */
export const compareData = async ({
  here,
  there,
  names,
  schoolId,
  workFolder,
  target,
}: ComparisonJob): Promise<ComparisonSummary> => {
  const spill = join(workFolder, 'spill');
  await mkdir(spill, { recursive: true });
  const { connection, lock, close } = await openSandbox(spill, limits);
  try {
    await createDatasetViews(connection, here, schoolId);
    await createPreviousViews(connection, there, schoolId);
    await lock([...[...here, ...there].flatMap(({ files }) => files ?? []), target]);
    const compared = here.map(({ declaration }) => declaration).filter(({ name }) => names.includes(name));
    const nothing = `SELECT NULL::VARCHAR AS dataset, NULL::VARCHAR AS kind, NULL::VARCHAR AS school, NULL::VARCHAR AS key, []::VARCHAR[] AS changed WHERE false`;
    await connection.run(
      `COPY (SELECT * FROM (${[nothing, ...compared.map(differencesOf)].join(' UNION ALL ')}) ORDER BY dataset, kind, school, key)
        TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
    );
    return { counts: await countsOf(connection, target), examples: await examplesOf(connection, target) };
  } finally {
    close();
  }
};
