import { beforeEach, expect, test } from 'vitest';
import { listOf, openDatamart, statementsOf } from '../../../test/fakes/datamart.ts';
import { deliverStudents } from '../../../test/fakes/deliver-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const deliver = (district: string, ...ids: readonly string[]) => deliverStudents(state, district, ...ids);

const take = async (event: string, user: string, district: string) => {
  const certification = `/v1/certifications/${event}/${district}`;
  await state.ask(user, 'POST', `${certification}/start`);
  const asked = await state.ask(user, 'POST', `${certification}/snapshot`, { body: { confirm: true } });
  expect(asked.status).toBe(202);
  await state.takeSnapshots();
};

const listed = (event: string) => listOf(state.stored, event, 'students');

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
  expect(listed(event).toSorted()).toEqual(lanes.map((key) => `s3://${key}`).toSorted());

  const [table = ''] = statementsOf(state.stored, event);
  expect(table).toContain('CREATE EXTERNAL TABLE IF NOT EXISTS `students_v1`');
  expect(table).toContain("LOCATION 's3://data/datamart/students/'");
  expect(table).toContain('datamart/students/certification_event=${certification_event}/');
  const datamart = await openDatamart(state.stored, event);
  expect(await datamart.view('students')).toEqual([
    ['255901', '7'],
    ['255903', '1'],
    ['255903', '2'],
    ['255903', '3'],
  ]);
  expect(await datamart.view('records')).toEqual([
    ['students', '255901', null, '1'],
    ['students', '255903', null, '3'],
  ]);
  const [shown, ...others] = await shownTo('stan', event);
  expect(others).toEqual([]);
  expect(shown).toMatchObject({
    view: expect.stringMatching(/^evt_.*_students$/),
    dataset: 'students',
    rows: 4,
    snapshots: 2,
  });
  const names = shown.columns.map(({ name }: { name: string }) => name.toLowerCase());
  expect(await datamart.columns('students')).toEqual(names);
});

test('a later snapshot takes the place of the one before, and no row is copied', async () => {
  await deliver('255903', '1');
  const event = await publishTardiness(state);
  await take(event, 'ana', '255903');
  const before = listed(event);
  state.clock.advance(60);
  await deliver('255903', '1', '2');
  const parquet = [...state.stored.keys()].filter((key) => key.endsWith('.parquet')).length;
  await take(event, 'ana', '255903');
  expect(listed(event)).toHaveLength(1);
  expect(listed(event)).not.toEqual(before);
  expect([...state.stored.keys()].filter((key) => key.endsWith('.parquet'))).toHaveLength(parquet);
  expect(await shownTo('stan', event)).toMatchObject([{ rows: 2, snapshots: 1, updatedAt: state.clock.now() }]);
});

test('without any data there is nothing to register', async () => {
  const event = await publishTardiness(state);
  await take(event, 'ana', '255903');
  expect([...state.stored.keys()].filter((key) => key.includes('datamart/'))).toEqual([]);
  expect(await shownTo('stan', event)).toEqual([]);
});
