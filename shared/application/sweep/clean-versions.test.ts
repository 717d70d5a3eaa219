import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';
import { takeUpDrop } from '../datasets/take-up-drop.ts';
import { ingestUpload } from '../datasets/ingest.ts';
import { planSnapshots } from '../flows/snapshot/plan.ts';
import { takeChunk } from '../flows/snapshot/take.ts';
import type { Ingester } from '../ports/ingester.ts';
import { certificationEventId, organizationId, runId } from '../../kernel/ids.ts';
import type { Commit } from '../ports/unit-of-work.ts';
import { cleanVersions } from './clean-versions.ts';

const district = organizationId('255903');
const aDay = 86_400;
let state: SmallState;
let dropped = 0;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

/** What a file becomes does not matter here: it becomes itself. */
const ingester: Ingester = {
  ingest: async ({ source, target }) => {
    const content = await readFile(source);
    await writeFile(target, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { accepted: true, rows: content.toString().split('\n').length - 2, rowsBySchool: {}, sha256 };
  },
};
const ports = () => ({ ...state.ports, ingester, origin: 'https://attest.example' });

/** Rows that reach both lanes of the district; the key of their object. */
const deliver = async (...ids: readonly string[]): Promise<string> => {
  const content = `studentUniqueId\n${ids.join('\n')}\n`;
  const key = 'drop/district/full/255903/students/students.csv';
  state.stored.set(`uploads/${key}`, Buffer.from(content));
  dropped += 1;
  const known = new Set(state.data.outbox.keys());
  await takeUpDrop(ports(), { key, size: content.length, sequencer: String(dropped) });
  for (const [id, { row }] of state.data.outbox)
    if (!known.has(id) && row.message.type === 'QUEUE_INGEST') await ingestUpload(ports(), row.message.uploadId);
  const lanes = await state.ports.store.load('organizationData', district);
  return lanes?.state.datasets['students']?.district?.object.key ?? '';
};

const isThere = (key: string): boolean => state.stored.has(`data/${key}`);
const clean = () => cleanVersions(state.ports);
const cleanDaily = async (days: number): Promise<void> => {
  for (let day = 1; day <= days; day += 1) {
    state.clock.advance(aDay);
    await clean();
  }
};
const retiredNow = async () => (await state.ports.store.load('organizationData', district))?.state.retired;
const records = async () => (await state.ports.store.versionsOf(district)).versions;

describe('a version that was replaced', () => {
  test('goes after thirty days and one, and its record says since when', async () => {
    const [old, current] = [await deliver('1'), await deliver('1', '2')];
    await cleanDaily(30);
    expect([isThere(old), await retiredNow()]).toEqual([
      true,
      [expect.objectContaining({ key: old, deleting: false })],
    ]);
    await cleanDaily(1);
    expect([isThere(old), isThere(current), await retiredNow()]).toEqual([false, true, []]);
    const [gone] = (await records()).filter(({ object }) => object.key === old);
    expect(gone).toMatchObject({ rows: 1, deletedAt: state.clock.now() });
  });

  test('leaves an entry in the trail for each step, and nothing more is done about it', async () => {
    await deliver('1');
    await deliver('1', '2');
    await cleanDaily(40);
    const entries = await state.ports.store.chainOf('organizationData', district);
    expect(entries.map(({ command }) => command)).toEqual([
      'acceptVersion',
      'acceptVersion',
      'cleanVersions',
      'cleanVersions',
      'recordDeletion',
    ]);
    expect(entries.at(-1)?.actor).toMatchObject({ userId: 'system:cleaner' });
  });

  test('and comes again before it goes stays; after it went it is another object', async () => {
    const old = await deliver('1');
    await deliver('1', '2');
    await cleanDaily(30);
    expect(await deliver('1')).toBe(old);
    await cleanDaily(40);
    expect(isThere(old)).toBe(true);

    const [other] = (await records()).filter(({ object }) => object.key !== old);
    expect(other?.deletedAt).toBeDefined();
    const again = await deliver('1', '2');
    expect([isThere(again), again === other?.object.key]).toEqual([true, false]);
    expect((await records()).every(({ deletedAt }) => deletedAt === undefined)).toBe(true);
  });
});

describe('a snapshot', () => {
  const take = async (event: string) => {
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`);
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/snapshot`, { body: { confirm: true } });
    await state.takeSnapshots();
  };

  test('keeps what it pins, also when a newer one has taken its place', async () => {
    const event = await publishTardiness(state);
    const first = await deliver('1');
    await take(event);
    const second = await deliver('1', '2');
    await take(event);
    const third = await deliver('1', '2', '3');
    await deliver('4');
    await cleanDaily(100);
    expect([first, second, third].map(isThere)).toEqual([true, true, false]);
  });

  test('that read the lanes before they moved pins nothing of it, and what is there when it is decided again', async () => {
    const event = certificationEventId(await publishTardiness(state));
    const old = await deliver('1');
    const { unitOfWork, store } = state.ports;
    let moved = '';
    const commit = async (unit: Commit) => {
      if (moved === '' && unit.inserts?.some(({ row }) => row === 'versionPin')) moved = await deliver('1', '2');
      return unitOfWork.commit(unit);
    };
    const hurried = { ...state.ports, unitOfWork: { ...unitOfWork, commit } };
    const task = {
      version: 1,
      certificationEventId: event,
      execution: 'full',
      trigger: 'FULL',
      snapshotId: null,
    } as const;
    const plan = { ...task, task: 'plan' as const, organizationIds: [district] };
    const [chunk] = (await planSnapshots(state.ports, plan)).chunks;
    if (chunk === undefined) throw new Error('nobody is planned');
    await takeChunk(hurried, { task: 'take', ...task, ...chunk });
    await cleanDaily(40);
    expect([isThere(old), isThere(moved)]).toEqual([false, true]);
    expect((await store.versionsOf(district)).pins).toHaveLength(1);
  });
});

test('a snapshot that waits and read the lanes before they moved is tried again by its flow', async () => {
  const event = certificationEventId(await publishTardiness(state));
  const old = await deliver('1');
  await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`);
  const key = { certificationEventId: event, organizationId: district };
  const { snapshot } = (await state.ports.store.load('participant', key))?.state ?? {};
  const common = { version: 1, certificationEventId: event, execution: 'asked', trigger: 'CERT_START' } as const;
  const task = { ...common, snapshotId: snapshot?.snapshotId ?? null };
  const [chunk] = (await planSnapshots(state.ports, { ...task, task: 'plan', organizationIds: [district] })).chunks;
  if (chunk === undefined) throw new Error('nobody is planned');
  const { unitOfWork, store } = state.ports;
  let moved = '';
  const commit = async (unit: Commit) => {
    if (moved === '' && unit.inserts?.some(({ row }) => row === 'versionPin')) moved = await deliver('1', '2');
    return unitOfWork.commit(unit);
  };
  const hurried = { ...state.ports, unitOfWork: { ...unitOfWork, commit } };
  await expect(takeChunk(hurried, { ...task, task: 'take', ...chunk })).rejects.toThrow('at the same moment');
  expect((await store.versionsOf(district)).pins).toEqual([]);
  await takeChunk(state.ports, { ...task, task: 'take', ...chunk });
  await cleanDaily(40);
  expect([isThere(old), isThere(moved)]).toEqual([false, true]);
});

test('a run that is tried again after its rows went reads those that are there', async () => {
  const event = await publishTardiness(state);
  await deliver('1');
  const steps = `/v1/certifications/${event}/255903`;
  await state.ask('ana', 'POST', `${steps}/start`);
  const run = (await state.ask('ana', 'POST', `${steps}/steps/district-validation/runs`, { body: {} })).body;
  await state.ask('ana', 'POST', `/v1/runs/${run.id}/cancel`);
  const [soon, late] = [await deliver('2'), await state.ask('ana', 'POST', `/v1/runs/${run.id}/retry`)];
  const read = async (id: string) => (await state.ports.store.load('run', runId(id)))?.state.dataVersions;
  expect(await read(late.body.id)).toEqual(await read(run.id));

  await state.ask('ana', 'POST', `/v1/runs/${late.body.id}/cancel`);
  await cleanDaily(30);
  const later = await state.ask('ana', 'POST', `/v1/runs/${late.body.id}/retry`);
  expect(soon).toContain((await read(later.body.id))?.['students']);
});

describe('the cleaner', () => {
  /** Every commit and every deletion, each once before it happens and once after. */
  const dyingAt = (nth: number) => {
    let calls = 0;
    const perilous = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
      calls += 1;
      if (calls === nth) throw new Error('killed');
      const answer = await act();
      calls += 1;
      if (calls === nth) throw new Error('killed');
      return answer;
    };
    const { unitOfWork, objects } = state.ports;
    return {
      ...state.ports,
      unitOfWork: { ...unitOfWork, commit: (commit: Commit) => perilous(() => unitOfWork.commit(commit)) },
      objects: {
        ...objects,
        remove: (...place: Parameters<typeof objects.remove>) => perilous(() => objects.remove(...place)),
      },
    };
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('killed at its call %i ends complete when it comes again', async (nth) => {
    const old = [await deliver('1'), await deliver('2')];
    const current = await deliver('3');
    await cleanDaily(30);
    state.clock.advance(aDay);
    await expect(cleanVersions(dyingAt(nth))).rejects.toThrow('255903 (Error) could not be cleaned');
    // The same rows come while half of them are gone.
    const again = await deliver('1');
    await cleanDaily(2);
    expect([isThere(again), await retiredNow()]).toEqual([true, []]);
    expect([...old, current].filter(isThere).filter((key) => key !== again)).toEqual([]);
    const present = (await records()).filter(({ deletedAt }) => deletedAt === undefined);
    expect(present.map(({ object }) => object.key)).toEqual([again]);
  });

  test('that fails at one district goes on with the others', async () => {
    const old = await deliver('1');
    await deliver('2');
    await cleanDaily(30);
    state.clock.advance(aDay);
    const { store } = state.ports;
    const broken: typeof store.versionsOf = async (id) => {
      if (id !== district) throw new Error('out of reach');
      return store.versionsOf(id);
    };
    await state.ports.unitOfWork.commit({
      actor: { kind: 'SYSTEM', name: 'test' },
      now: state.clock.now(),
      requestId: 'test',
      transitions: [
        {
          entity: 'organizationData',
          key: organizationId('255901'),
          before: null,
          after: {
            organizationId: organizationId('255901'),
            syncPaused: false,
            datasets: {},
            columnMappings: {},
            retired: [],
          },
          command: 'syncData',
        },
      ],
    });
    await expect(cleanVersions({ ...state.ports, store: { ...store, versionsOf: broken } })).rejects.toThrow('255901');
    expect(isThere(old)).toBe(false);
  });
});
