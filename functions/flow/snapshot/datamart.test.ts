import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../../shared/engine/sandbox/instance.ts';
import { deliverRows } from '../../../test/fakes/deliver-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let folder = '';
let engine: Sandbox;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'attest-datamart-'));
  engine = await openSandbox(join(folder, 'spill'), { memoryMb: 256, threads: 1 });
});
afterEach(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

const deliver = (district: string, ...ids: readonly string[]) =>
  deliverRows(
    state,
    district,
    'students',
    ids.map((studentUniqueId) => ({ studentUniqueId })),
  );

const take = async (event: string, user: string, district: string) => {
  const certification = `/v1/certifications/${event}/${district}`;
  await state.ask(user, 'POST', `${certification}/start`);
  const asked = await state.ask(user, 'POST', `${certification}/snapshot`, { body: { confirm: true } });
  expect(asked.status).toBe(202);
  await state.takeSnapshots();
};

const stored = (key: string): string => String(state.stored.get(`data/${key}`));

const listOf = (event: string): readonly string[] =>
  stored(`datamart/students/certification_event=${event}/objects.txt`).trimEnd().split('\n');

/** What Athena does with a table of such lists: reads the objects named in the list of the partition. */
const tableOver = async (addresses: readonly string[], event: string): Promise<void> => {
  const files: string[] = [];
  for (const address of addresses) {
    const file = join(folder, address.replace('s3://', '').replaceAll('/', '|'));
    await writeFile(file, state.stored.get(address.replace('s3://', '')) ?? '');
    files.push(file);
  }
  await engine.connection.run(
    `CREATE TABLE students_v1 AS SELECT * EXCLUDE (filename), replace(filename, '|', '/') AS "$path",
       '${event}' AS certification_event FROM read_parquet([${files.map((file) => `'${file}'`).join(', ')}], filename = true)`,
  );
};

const shownTo = async (user: string, event: string) => {
  const answer = await state.ask(user, 'GET', `/v1/certification-events/${event}/datamart`);
  expect(answer.status).toBe(200);
  return answer.body;
};

test('what snapshots pin is a partition of the datamart, and its views answer over the same objects', async () => {
  await deliver('255903', '1', '2', '3');
  await deliver('255901', '7');
  const event = await publishTardiness(state);
  await take(event, 'ana', '255903');
  await take(event, 'gus', '255901');
  const lanes = [...state.stored.keys()].filter((key) => key.includes('/lanes/'));
  expect(listOf(event).toSorted()).toEqual(lanes.map((key) => `s3://${key}`).toSorted());

  await tableOver(listOf(event), event);
  const statements = stored(`datamart/statements/${event}.sql`).split(';\n').slice(0, -1);
  const [table = '', ...views] = statements;
  expect(table).toContain('CREATE EXTERNAL TABLE IF NOT EXISTS `students_v1`');
  expect(table).toContain("LOCATION 's3://data/datamart/students/'");
  expect(table).toContain('datamart/students/certification_event=${certification_event}/');
  for (const view of views) await engine.connection.run(view);
  const prefix = event.replaceAll(/[^A-Za-z0-9_]/g, '_').toLowerCase();
  const rows = async (sql: string) => (await engine.connection.runAndReadAll(sql)).getRows();
  expect(await rows(`SELECT organization_id, studentUniqueId FROM "${prefix}_students" ORDER BY ALL`)).toEqual([
    ['255901', '7'],
    ['255903', '1'],
    ['255903', '2'],
    ['255903', '3'],
  ]);
  expect(await rows(`SELECT * FROM "${prefix}_records" ORDER BY ALL`)).toEqual([
    ['students', '255901', null, 1n],
    ['students', '255903', null, 3n],
  ]);
  const [shown, ...others] = await shownTo('stan', event);
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ view: `${prefix}_students`, dataset: 'students', rows: 4, snapshots: 2 });
  const described = await rows(`SELECT column_name FROM (DESCRIBE "${prefix}_students")`);
  expect(described).toEqual(shown.columns.map(({ name }: { name: string }) => [name]));
});

test('a later snapshot takes the place of the one before, and no row is copied', async () => {
  await deliver('255903', '1');
  const event = await publishTardiness(state);
  await take(event, 'ana', '255903');
  const before = listOf(event);
  state.clock.advance(60);
  await deliver('255903', '1', '2');
  const parquet = [...state.stored.keys()].filter((key) => key.endsWith('.parquet')).length;
  await take(event, 'ana', '255903');
  expect(listOf(event)).toHaveLength(1);
  expect(listOf(event)).not.toEqual(before);
  expect([...state.stored.keys()].filter((key) => key.endsWith('.parquet'))).toHaveLength(parquet);
  expect(await shownTo('stan', event)).toMatchObject([{ rows: 2, snapshots: 1, updatedAt: state.clock.now() }]);
});

test('without any data there is nothing to register', async () => {
  const event = await publishTardiness(state);
  await take(event, 'ana', '255903');
  expect([...state.stored.keys()].filter((key) => key.includes('datamart/'))).toEqual([]);
  expect(await shownTo('stan', event)).toEqual([]);
});
