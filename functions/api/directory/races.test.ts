import { beforeEach, describe, expect, test } from 'vitest';
import { certificationEventId, organizationId } from '../../../shared/kernel/ids.ts';
import { directoryOf, followLists } from '../../../test/fakes/directory.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let directory: ReturnType<typeof directoryOf>;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  directory = directoryOf(state);
});

/** Something that happens between the next check and its commit. */
const meanwhile = (happens: () => Promise<unknown>): void => {
  const { commit } = state.ports.unitOfWork;
  state.ports.unitOfWork.commit = async (wish) => {
    state.ports.unitOfWork.commit = commit;
    await happens();
    return commit(wish);
  };
};

const decide = (id: string, type: string, key?: string) =>
  state.ask('april', 'POST', `/v1/certification-events/${id}/decisions`, {
    body: { type, organizationIds: ['255903'], confirmNotCertified: true, reason: 'Because.' },
    ...(key === undefined ? {} : { key }),
  });

describe('What somebody loses between the check and the commit of what he does', () => {
  test('his rights: an edit is refused and nothing is changed', async () => {
    const made = await state.ask('admin', 'POST', '/v1/certification-events', {
      body: { name: 'Draft', reportingYear: 2026 },
    });
    meanwhile(() => directory.grant('april', {}));
    const path = `/v1/certification-events/${made.body.id}`;
    const body = { name: 'Hers', reportingYear: 2026 };
    expect(await directory.put('april', path, body)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect((await state.ask('admin', 'GET', path)).body.name).toBe('Draft');
    expect((await directory.put('april', path, body)).status).toBe(403);
  });

  test('his membership: a decision is refused', async () => {
    const id = await publishTardiness(state);
    await directory.put('admin', '/v1/categories/cat_attendance/state-members/april', { role: 'APPROVER' });
    meanwhile(() => directory.remove('admin', '/v1/categories/cat_attendance/state-members/april'));
    expect((await decide(id, 'APPROVE')).status).toBe(409);
    const seen = await state.ask('admin', 'GET', `/v1/certification-events/${id}/participants/255903`);
    expect(seen.body.status).toBe('IN_PROGRESS');
  });

  test('his account: a start is refused', async () => {
    const id = await publishTardiness(state);
    meanwhile(() => directory.patch('admin', '/v1/users/ana', { active: false }));
    const start = () => state.ask('ana', 'POST', `/v1/certifications/${id}/255903/start`, { body: {} });
    expect((await start()).status).toBe(409);
    expect((await start()).status).toBe(403);
  });

  test('his administration: of two who take it from each other, one keeps it', async () => {
    await directory.hire('olga', { side: 'STATE', organizationId: 'MT' });
    await directory.grant('olga', { SETTINGS: 'RWAD' });
    meanwhile(() => directory.grant('olga', {}, 'admin'));
    expect((await directory.patch('olga', '/v1/users/admin', { active: false })).status).toBe(409);
    expect((await state.ask('admin', 'GET', '/v1/me')).status).toBe(200);
  });
});

describe('A certification event that is closed between the check and the commit', () => {
  test('takes nothing any more', async () => {
    const id = await publishTardiness(state);
    const body = { comment: 'over', confirm: true };
    meanwhile(() => state.ask('admin', 'POST', `/v1/certification-events/${id}/close`, { body }));
    const start = await state.ask('ana', 'POST', `/v1/certifications/${id}/255903/start`, { body: {} });
    expect(start).toMatchObject({ status: 409, body: { code: 'EVENT_CLOSED' } });
    const key = { certificationEventId: certificationEventId(id), organizationId: organizationId('255903') };
    expect((await state.ports.store.load('participant', key))?.version).toBe(1);
  });
});

describe('A request that is sent again while it is worked on', () => {
  test('tells what its twin did, not that it came too early itself', async () => {
    const id = await publishTardiness(state);
    let commits = 0;
    const { commit } = state.ports.unitOfWork;
    state.ports.unitOfWork.commit = async (wish) => {
      commits += 1;
      // The second commit keeps that nothing was approved yet: it is approved, and the twin takes that back.
      if (commits === 2) {
        await decide(id, 'APPROVE');
        expect((await decide(id, 'UNAPPROVE', 'twin')).body.results).toMatchObject([{ outcome: 'APPLIED' }]);
      }
      return commit(wish);
    };
    expect((await decide(id, 'UNAPPROVE', 'twin')).body.results).toMatchObject([{ outcome: 'APPLIED' }]);
    state.ports.unitOfWork.commit = commit;
  });
});

describe('A list that changes while its people are given work', () => {
  test('is read again: nobody gets a part whom it does not name any more', async () => {
    const id = await publishTardiness(state);
    await directory.grant('ana', { CERTIFICATION_EVENT: 'RWAD', CERTIFICATION_CATEGORY: 'RWAD' });
    await decide(id, 'APPROVE');
    let commits = 0;
    const { commit } = state.ports.unitOfWork;
    state.ports.unitOfWork.commit = async (wish) => {
      commits += 1;
      // The second commit is the row of the request: rita leaves, and what follows finds nothing to do yet.
      if (commits === 2) {
        await directory.remove('ana', '/v1/categories/cat_attendance/local-members/255903/rita');
        await followLists(state);
      }
      return commit(wish);
    };
    expect((await decide(id, 'UNAPPROVE')).body.results).toMatchObject([{ outcome: 'APPLIED' }]);
    state.ports.unitOfWork.commit = commit;
    const key = { certificationEventId: certificationEventId(id), organizationId: organizationId('255903') };
    const tasks = (await state.ports.store.load('participant', key))?.state.tasks;
    expect(tasks?.map(({ userId }) => userId)).toEqual(['ana']);
  });
});
