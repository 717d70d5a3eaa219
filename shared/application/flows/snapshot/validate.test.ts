import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { tardinessBody } from '../../../../test/builders/tardiness-body.ts';
import { deliverRows } from '../../../../test/fakes/deliver-rows.ts';
import { aSmallState, type SmallState } from '../../../../test/fakes/small-state.ts';
import { snapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { type CertificationEventId, certificationEventId, organizationId } from '../../../kernel/ids.ts';
import type { Commit } from '../../ports/unit-of-work.ts';
import { planSnapshots } from './plan.ts';
import { recordSnapshotFailure } from './record-failure.ts';
import { runSnapshotTask } from './tasks.ts';
import { validateChunk } from './validate.ts';

let state: SmallState;
let id: CertificationEventId;

const rows = { '100': 2, '255901': 4, '255903': 30 };
const students = (count: number) => Array.from({ length: count }, (_, index) => ({ studentUniqueId: `s${index}` }));

const publishedTo = async (participants: readonly string[], changes: object = {}): Promise<CertificationEventId> => {
  const body = { ...tardinessBody, participants, ...changes };
  const made = await state.ask('admin', 'POST', '/v1/certification-events', { body });
  await state.ask('admin', 'POST', `/v1/certification-events/${made.body.id}/publish`, { body: {} });
  await state.runFlows();
  return certificationEventId(made.body.id);
};

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  const district = { id: '100', type: 'DISTRICT', name: 'District 100', number: '100', parentOrganizationId: 'MT' };
  await state.ask('admin', 'POST', '/v1/organizations', { body: district });
  id = await publishedTo(Object.keys(rows));
  for (const [organization, count] of Object.entries(rows))
    await deliverRows(state, organization, 'students', students(count));
});

const common = () => ({ version: 1, certificationEventId: id, snapshotId: null }) as const;
const snapshotFlow = z.object({ ...snapshotTask.options[0].shape }).omit({ task: true });
const full = (execution = 'full') => ({ ...common(), execution, trigger: 'FULL' }) as const;
const validation = () => ({ ...common(), execution: 'full.validation', trigger: 'VALIDATION' }) as const;

/** What a flow that takes snapshots does. */
const takeAll = async (execution = 'full', input: object = { ...full(execution), organizationIds: null }) => {
  const { organizationIds, ...task } = snapshotFlow.parse({ ...input, execution });
  const { chunks } = await planSnapshots(state.ports, { task: 'plan', ...task, organizationIds });
  for (const chunk of chunks) await runSnapshotTask(state.ports, { task: 'take', ...task, ...chunk });
  await runSnapshotTask(state.ports, { task: 'finish', ...task });
};

const planned = () => planSnapshots(state.ports, { task: 'plan', ...validation(), organizationIds: null });

const validateAll = async (ports = state.ports) => {
  const { chunks } = await planned();
  for (const chunk of chunks) await validateChunk(ports, { task: 'take', ...validation(), ...chunk });
};

const queued = async () =>
  (await state.ports.store.queuedRuns()).map(({ state: run }) => [run.organizationId, run.lane, run.size]);

const snapshotOf = async (organization: string) => {
  const key = { certificationEventId: id, organizationId: organizationId(organization) };
  return (await state.ports.store.load('participant', key))?.state.snapshot?.snapshotId;
};

const biggestFirst = [
  ['255903', 'SNAPSHOT', 30],
  ['255901', 'SNAPSHOT', 4],
  ['100', 'SNAPSHOT', 2],
];

test('what a schedule took is validated when all are taken, the biggest first', async () => {
  await takeAll();
  expect(await queued()).toEqual([]);
  expect(state.started('snapshot')).toMatchObject([{ name: 'full.validation', input: { trigger: 'VALIDATION' } }]);
  await validateAll();
  expect(await queued()).toEqual(biggestFirst);
  const participants = await state.ports.store.participants(id);
  expect(participants.map((read) => read.state.steps['snapshot-validation']?.status)).toEqual([
    'QUEUED',
    'QUEUED',
    'QUEUED',
  ]);
});

test('a schedule that was started again after all were taken has them validated by the one flow', async () => {
  await takeAll();
  await takeAll('full.again-2');
  expect(new Set(state.started('snapshot').map(({ name }) => name))).toEqual(new Set(['full.validation']));
});

test('killed between two of them it leaves the others to the next try, and none is validated twice', async () => {
  await takeAll();
  const { unitOfWork } = state.ports;
  let commits = 0;
  const commit = async (unit: Commit) => {
    commits += 1;
    if (commits === 2) throw new Error('killed');
    return unitOfWork.commit(unit);
  };
  await expect(validateAll({ ...state.ports, unitOfWork: { ...unitOfWork, commit } })).rejects.toThrow('killed');
  expect(await queued()).toEqual(biggestFirst.slice(0, 1));
  await validateAll();
  await validateAll();
  expect(await queued()).toEqual(biggestFirst);
});

test('where a newer snapshot is taken meanwhile, there is one run and it reads that one', async () => {
  await takeAll();
  const { chunks } = await planned();
  const former = await snapshotOf('255903');
  const path = `/v1/certification-events/${id}/snapshots`;
  const asked = await state.ask('april', 'POST', path, { body: { organizationIds: ['255903'], confirm: true } });
  expect(asked.status).toBe(202);
  const retakes = state.started('snapshot').filter(({ name }) => !name.startsWith('full'));
  for (const { name, input } of retakes) await takeAll(name, Object(input));
  const newer = await snapshotOf('255903');
  expect(newer).not.toBe(former);
  for (const chunk of chunks) await validateChunk(state.ports, { task: 'take', ...validation(), ...chunk });
  const runs = (await state.ports.store.queuedRuns()).map((read) => read.state);
  expect(runs.map(({ organizationId }) => organizationId).toSorted()).toEqual(['100', '255901', '255903']);
  expect(runs.find(({ organizationId }) => organizationId === '255903')?.snapshotId).toBe(newer);
});

test('without validation groups nothing is planned', async () => {
  id = await publishedTo(['255901'], {
    dataLinks: [{ type: 'EXTERNAL_URL', label: 'What to look at', url: 'https://www.example.gov/attendance' }],
  });
  await takeAll();
  expect(await planned()).toEqual({ outcome: 'NOTHING_TO_DO', chunks: [] });
});

test('when it has stopped often enough, the state is told that not all are validated', async () => {
  const name = 'full.validation.again-5';
  await recordSnapshotFailure(state.ports, { task: 'record-failure', ...validation(), execution: name, error: 'x' });
  const messages = [...state.data.outbox.values()].map(({ row }) => row.message);
  const told = messages.flatMap((message) => (message.type === 'NOTIFY' ? [message.notification] : []));
  expect(told.filter(({ kind }) => kind === 'RUN_FAILED')).toMatchObject([
    {
      audience: { kind: 'STATE_WATCHERS' },
      certificationEventId: id,
      organizationId: null,
      facts: { stopped: 'VALIDATING' },
    },
  ]);
});
