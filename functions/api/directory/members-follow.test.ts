import { beforeEach, describe, expect, test } from 'vitest';
import { certificationEventId, organizationId } from '../../../shared/kernel/ids.ts';
import { directoryOf, followLists } from '../../../test/fakes/directory.ts';
import { tardinessBody } from '../../../test/builders/tardiness-body.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let directory: ReturnType<typeof directoryOf>;
let id: string;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  directory = directoryOf(state);
  await directory.hire('dean', { districtAdmin: true });
  await directory.grant('dean', { CERTIFICATION_CATEGORY: 'RWAD' });
  await directory.hire('cora');
  await directory.grant('cora', { CERTIFICATION_EVENT: 'RWAD' });
});

const list = '/v1/categories/cat_attendance/local-members/255903';
const add = (user: string, role = 'CERTIFIER') => directory.put('dean', `${list}/${user}`, { role });
const drop = (user: string) => directory.remove('dean', `${list}/${user}`);

const participant = async (of = id, organization = '255903') => {
  const key = { certificationEventId: certificationEventId(of), organizationId: organizationId(organization) };
  const read = await state.ports.store.load('participant', key);
  if (read === undefined) throw new Error('no such participant');
  return read;
};
const people = async (of = id, organization = '255903') =>
  (await participant(of, organization)).state.tasks.map(({ userId, role, status }) => `${userId} ${role} ${status}`);

const invited = () =>
  [...state.data.outbox.values()].flatMap(({ row }) =>
    row.message.type === 'NOTIFY' && row.message.notification.audience.kind === 'USER'
      ? [row.message.notification.audience.userId]
      : [],
  );

describe('Work under way', () => {
  beforeEach(async () => {
    id = await publishTardiness(state);
  });

  test('is joined by who becomes a member, who is told (U13)', async () => {
    await add('cora');
    expect(await people()).toEqual(['ana CERTIFIER NOT_STARTED', 'rita REVIEWER NOT_APPLICABLE']);
    await followLists(state);
    expect(await people()).toEqual([
      'ana CERTIFIER NOT_STARTED',
      'rita REVIEWER NOT_APPLICABLE',
      'cora CERTIFIER NOT_STARTED',
    ]);
    expect(invited()).toEqual(['cora']);
    expect((await state.ask('cora', 'GET', '/v1/certifications')).body.items).toHaveLength(1);
    expect(await people(id, '255901')).toEqual(['gus CERTIFIER NOT_STARTED']);
  });

  test('is left by who is removed, and by who is deactivated, moved or bound to certain schools (U12)', async () => {
    for (const user of ['cora', 'dean']) await add(user);
    await drop('rita');
    await directory.patch('admin', '/v1/users/cora', { organizationId: '255901' });
    await directory.patch('admin', '/v1/users/ana', { active: false });
    await followLists(state);
    expect(await people()).toEqual(['dean CERTIFIER NOT_STARTED']);
  });

  test('gives who changes his role another part', async () => {
    await add('rita', 'CERTIFIER');
    await followLists(state);
    expect(await people()).toEqual(['ana CERTIFIER NOT_STARTED', 'rita CERTIFIER NOT_STARTED']);
  });

  test('follows once, however often the message comes', async () => {
    await add('cora');
    await followLists(state);
    const { version } = await participant();
    await followLists(state);
    expect((await participant()).version).toBe(version);
  });

  test('ends as the list says, in whatever order its changes are heard of', async () => {
    await add('cora');
    await drop('cora');
    await add('rita', 'CERTIFIER');
    await drop('ana');
    await followLists(state);
    expect(await people()).toEqual(['rita CERTIFIER NOT_STARTED']);
  });

  test('that is in the state’s hands keeps those who certified', async () => {
    const body = { type: 'APPROVE', organizationIds: ['255903'], confirmNotCertified: true, reason: 'Asked by mail.' };
    await state.ask('april', 'POST', `/v1/certification-events/${id}/decisions`, { body });
    await add('cora');
    await drop('rita');
    await followLists(state);
    expect(await people()).toEqual(['ana CERTIFIER COMPLETE_BY_STATE', 'rita REVIEWER NOT_APPLICABLE']);
    const undo = { type: 'UNAPPROVE', organizationIds: ['255903'], reason: 'A mistake.' };
    await state.ask('april', 'POST', `/v1/certification-events/${id}/decisions`, { body: undo });
    expect(await people()).toEqual(['ana CERTIFIER NOT_STARTED', 'cora CERTIFIER NOT_STARTED']);
  });

  test('of a closed certification event stays as it was', async () => {
    await state.ask('admin', 'POST', `/v1/certification-events/${id}/close`, {
      body: { comment: 'over', confirm: true },
    });
    const before = await participant();
    await add('cora');
    await followLists(state);
    expect(await participant()).toEqual(before);
  });

  test('with nobody left can not be sent', async () => {
    await drop('ana');
    await followLists(state);
    expect(await people()).toEqual(['rita REVIEWER NOT_APPLICABLE']);
    expect((await participant()).state).toMatchObject({ status: 'IN_PROGRESS', awaitsConfirmation: false });
    const confirm = await state.ask('dean', 'POST', `/v1/certifications/${id}/255903/confirm-sent`, { body: {} });
    expect(confirm.status).toBe(409);
  });
});

describe('A list that changes while a certification event is being published', () => {
  test('is what its participants end with', async () => {
    const made = await state.ask('admin', 'POST', '/v1/certification-events', { body: tardinessBody });
    id = made.body.id;
    await state.ask('admin', 'POST', `/v1/certification-events/${id}/publish`, { body: {} });
    const { commit } = state.ports.unitOfWork;
    // The participants are written a moment after the list was read; cora is added, and followed, in between.
    state.ports.unitOfWork.commit = async (wish) => {
      state.ports.unitOfWork.commit = commit;
      await add('cora');
      await followLists(state);
      return commit(wish);
    };
    await state.runFlows();
    expect(await people()).toEqual(['ana CERTIFIER NOT_STARTED', 'rita REVIEWER NOT_APPLICABLE']);
    await followLists(state);
    expect(await people()).toContain('cora CERTIFIER NOT_STARTED');
  });
});
