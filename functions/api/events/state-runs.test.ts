import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let runs: string;
let event: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  event = await publishTardiness(state);
  runs = `/v1/certification-events/${event}/participants/255903/runs`;
});

const wish = { groupId: 'grp_tardiness', lane: 'STATE' };
const asked = (user: string, body: unknown = wish) => state.ask(user, 'POST', runs, { body });

describe("a run of the state's own", () => {
  test('is for members of the category, approver or reviewer', async () => {
    for (const user of ['april', 'stan'])
      expect(await asked(user)).toMatchObject({
        status: 202,
        headers: { 'retry-after': '1' },
        body: { status: 'QUEUED', step: null, lane: 'STATE', group: { groupId: 'grp_tardiness', name: 'Tardiness' } },
      });
    expect((await asked('admin')).status).toBe(403);
    expect((await state.ask('admin', 'GET', runs)).status).toBe(403);
    expect((await asked('gus')).status).toBe(404);
    expect((await asked('ana')).status).toBe(403);
  });

  test('is offered to those who may run it', async () => {
    const offered = async (user: string) =>
      (await state.ask(user, 'GET', runs.replace(/\/runs$/, ''))).body.permittedCommands;
    expect(await offered('stan')).toContain('runOnLane');
    expect(await offered('admin')).not.toContain('runOnLane');
  });

  test('is seen by the state alone, before and after it has found something', async () => {
    const { id } = (await asked('stan')).body;
    await state.validate(id, [{ ruleCode: 'TAR-1', severity: 'FATAL', row: { studentUniqueId: 's1' } }]);
    expect((await state.ask('april', 'GET', runs)).body).toMatchObject({
      total: 1,
      items: [{ id, status: 'COMPLETED', viewed: false }],
    });
    const findings = (user: string) => state.ask(user, 'GET', `/v1/runs/${id}/findings`);
    expect((await findings('april')).body.items).toHaveLength(1);
    expect((await findings('ana')).status).toBe(404);
    expect((await state.ask('ana', 'GET', `/v1/certifications/${event}/255903/runs`)).body.total).toBe(0);
    const wizard = await state.ask('ana', 'GET', `/v1/certifications/${event}/255903`);
    expect(wizard.body.steps.map((step: { status: string }) => step.status)).toEqual(Array(4).fill('NOT_STARTED'));
  });

  test('tells its requester and leads to the certification event', async () => {
    const { id } = (await asked('stan')).body;
    await state.validate(id);
    const told = [...state.data.outbox.values()].map(({ row }) => row.message).filter(({ type }) => type === 'NOTIFY');
    expect(told).toContainEqual(
      expect.objectContaining({
        notification: expect.objectContaining({
          kind: 'RUN_FINISHED',
          organizationId: null,
          audience: { kind: 'USER', userId: 'stan' },
        }),
      }),
    );
  });

  test('needs a group that exists, is active and of the level, and a snapshot to run on it', async () => {
    expect(await asked('stan', { ...wish, groupId: 'grp_none' })).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', errors: [{ pointer: '/groupId' }] },
    });
    expect(await asked('stan', { ...wish, lane: 'SNAPSHOT' })).toMatchObject({
      status: 409,
      body: { code: 'NO_SNAPSHOT' },
    });
    expect(await asked('stan', { ...wish, lane: 'DISTRICT' })).toMatchObject({ status: 422 });
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
    await state.takeSnapshots();
    const run = (await asked('stan', { ...wish, lane: 'SNAPSHOT' })).body;
    expect(run).toMatchObject({ lane: 'SNAPSHOT', snapshotId: expect.stringMatching(/^snp_/) });
  });

  test('is cancelled and run again by the state, over the same rows', async () => {
    const first = (await asked('stan')).body;
    expect((await state.ask('april', 'POST', `/v1/runs/${first.id}/cancel`, { body: {} })).body.status).toBe(
      'CANCELLED',
    );
    const again = await state.ask('april', 'POST', `/v1/runs/${first.id}/retry`, { body: {} });
    expect(again).toMatchObject({ status: 202, body: { retryOf: first.id, step: null, group: { name: 'Tardiness' } } });
    expect((await state.ask('ana', 'POST', `/v1/runs/${first.id}/retry`, { body: {} })).status).toBe(404);
  });

  test('is refused once the certification event is closed', async () => {
    await state.ask('admin', 'POST', `/v1/certification-events/${event}/close`, {
      body: { comment: 'over', confirm: true },
    });
    expect(await asked('stan')).toMatchObject({ status: 409, body: { code: 'EVENT_CLOSED' } });
  });
});
