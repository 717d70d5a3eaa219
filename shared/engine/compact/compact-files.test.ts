import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { openSandbox, type Sandbox } from '../sandbox/instance.ts';
import { compactFiles } from './compact-files.ts';

let folder: string;
let engine: Sandbox;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compact-'));
  engine = await openSandbox(join(folder, 'own'), { memoryMb: 256, threads: 1 });
});
afterEach(async () => {
  engine.close();
  await rm(folder, { recursive: true });
});

const column = (name: string, type: DatasetDeclaration['columns'][number]['type']) => ({ name, type, required: false });
const declaration: DatasetDeclaration = {
  name: 'grades',
  version: 3,
  title: 'Grades',
  columns: [
    { ...column('studentId', 'string'), required: true },
    column('credits', 'decimal'),
    column('givenOn', 'date'),
    column('final', 'boolean'),
  ],
  key: ['studentId'],
  schoolColumn: null,
  schoolThrough: null,
};

const file = async (participant: string, rows: string): Promise<string> => {
  const place = await mkdtemp(join(folder, 'source-'));
  const path = join(place, `${participant}.parquet`);
  await engine.connection.run(`COPY (${rows}) TO '${path}' (FORMAT parquet)`);
  return path;
};

const compacted = async (files: readonly string[]) => {
  const workFolder = join(folder, 'work');
  await mkdir(workFolder, { recursive: true });
  const target = join(workFolder, 'compacted.parquet');
  const told = await compactFiles({ workFolder, declaration, files, target, limits: { memoryMb: 256, threads: 2 } });
  return { told, target };
};

const read = async (sql: string) => (await engine.connection.runAndReadAll(sql)).getRowsJson();

test('files of several declarations become one, in their order, with nothing where they had nothing', async () => {
  const files = [
    await file('b', `SELECT 'z' AS studentId, 1.5::DECIMAL(18,6) AS credits, 'gone' AS dropped`),
    await file('a', `SELECT 'y' AS studentId, NULL::DATE AS givenOn, true AS final`),
    await file('c.1', `SELECT 'x' AS studentId WHERE false`),
    await file('d', `SELECT 'w' AS studentId, DATE '2026-02-01' AS givenOn`),
  ];
  const { told, target } = await compacted(files);
  expect(told).toEqual({ rows: 3 });
  expect(await read(`FROM '${target}'`)).toEqual([
    ['b', 'z', '1.500000', null, null],
    ['a', 'y', null, null, true],
    ['d', 'w', null, '2026-02-01', null],
  ]);
  expect(await read(`SELECT column_name, column_type FROM (DESCRIBE FROM '${target}')`)).toEqual([
    ['_organization_id', 'VARCHAR'],
    ['studentId', 'VARCHAR'],
    ['credits', 'DECIMAL(18,6)'],
    ['givenOn', 'DATE'],
    ['final', 'BOOLEAN'],
  ]);
});

test('a participant is found by the least and greatest of each group of rows', async () => {
  const rows = (first: number) => `SELECT (${first} + n)::VARCHAR AS studentId FROM range(130_000) t(n)`;
  const { target } = await compacted([await file('a', rows(1_000_000)), await file('b', rows(2_000_000))]);
  const groups = await read(
    `SELECT stats_min_value, stats_max_value FROM parquet_metadata('${target}') WHERE path_in_schema = '_organization_id'`,
  );
  expect(groups.length).toBeGreaterThan(2);
  expect(groups.filter(([least, greatest]) => least !== greatest).length).toBeLessThan(2);
});

test('a file that cannot be read is a fault, and none of it is told', async () => {
  const missing = join(folder, 'missing', 'a.parquet');
  await expect(compacted([missing])).rejects.toThrow('the engine ended without an answer');
});
