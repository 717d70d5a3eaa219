import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox } from '../../shared/engine/sandbox/instance.ts';

type Stored = ReadonlyMap<string, Buffer>;

const textIn = (stored: Stored, key: string): string => String(stored.get(`data/${key}`));

/** The addresses in the list of a partition. */
export const listOf = (stored: Stored, event: string, dataset: string): readonly string[] =>
  textIn(stored, `datamart/${dataset}/certification_event=${event}/objects.txt`).trimEnd().split('\n');

export const statementsOf = (stored: Stored, event: string): readonly string[] =>
  textIn(stored, `datamart/statements/${event}.sql`).split(';\n').slice(0, -1);

const namesOf = async ({ connection }: Sandbox, relation: string): Promise<readonly string[]> =>
  (await connection.runAndReadAll(`SELECT column_name FROM (DESCRIBE ${relation})`))
    .getRows()
    .map(([name]) => String(name));

const shared = (mine: readonly string[], others: readonly string[]): readonly string[] =>
  mine.filter((name) => others.some((other) => other.toLowerCase() === name.toLowerCase()));

/**
 * What Athena does with a table of such lists: reads the objects that the list of the partition names, by the names of their
 * columns. What an object has not is null, and what the table has not is not read.
 */
const fillTable = async (
  engine: Sandbox,
  folder: string,
  stored: Stored,
  event: string,
  ddl: string,
): Promise<void> => {
  const [, table = ''] = /TABLE IF NOT EXISTS `(\w+)`/.exec(ddl) ?? [];
  const [, dataset = ''] = /LOCATION 's3:\/\/data\/datamart\/(\w+)\/'/.exec(ddl) ?? [];
  const columns = [...ddl.matchAll(/^ {2}`(\w+)` ([a-z(),0-9]+?),?$/gm)].map(([, name, type]) => `"${name}" ${type}`);
  await engine.connection.run(
    `CREATE TABLE "${table}" (${columns.join(', ')}, "$path" string, certification_event string)`,
  );
  for (const address of listOf(stored, event, dataset)) {
    const key = address.replace('s3://', '');
    const file = join(folder, key.replaceAll('/', '|'));
    await writeFile(file, stored.get(key) ?? '');
    const source = `read_parquet('${file}')`;
    const read = shared(await namesOf(engine, `SELECT * FROM ${source}`), await namesOf(engine, `"${table}"`));
    await engine.connection.run(
      `INSERT INTO "${table}" BY NAME SELECT ${[...read.map((name) => `"${name}"`), `'${key}' AS "$path"`].join(', ')},
         '${event}' AS certification_event FROM ${source}`,
    );
  }
};

/** The datamart of one certification event as analysts find it: the stored statements, run by DuckDB over the stored lists. */
export const openDatamart = async (
  stored: Stored,
  event: string,
  statements: readonly string[] = statementsOf(stored, event),
) => {
  const folder = await mkdtemp(join(tmpdir(), 'attest-datamart-'));
  const engine = await openSandbox(join(folder, 'spill'), { memoryMb: 256, threads: 1 });
  onTestFinished(async () => {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  });
  for (const statement of statements) {
    if (statement.includes('CREATE EXTERNAL TABLE')) await fillTable(engine, folder, stored, event, statement);
    else await engine.connection.run(statement);
  }
  const prefix = event.replaceAll(/[^A-Za-z0-9_]/g, '_').toLowerCase();
  const rows = async (sql: string) => (await engine.connection.runAndReadAll(sql)).getRowsJson();
  return {
    rows,
    /** All that its view of a dataset shows, in the order of the values. */
    view: (name: string) => rows(`SELECT * FROM "${prefix}_${name}" ORDER BY ALL`),
    columns: (name: string) => namesOf(engine, `"${prefix}_${name}"`),
  };
};
