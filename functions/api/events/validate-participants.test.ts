import { beforeEach, describe, expect, test } from 'vitest';
import { tardinessBody } from '../../../test/builders/tardiness-body.ts';
import { deliverRows } from '../../../test/fakes/deliver-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

interface Row {
  readonly organizationId: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly runId: string | null;
}

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const wish = { groupId: 'grp_tardiness', lane: 'STATE' };
const asked = (event: string, body: object = {}, user = 'stan', headers: Record<string, string> = {}) =>
  state.ask(user, 'POST', `/v1/certification-events/${event}/runs`, { body: { ...wish, ...body }, headers });
const rowsOf = async (...request: Parameters<typeof asked>): Promise<readonly Row[]> =>
  (await asked(...request)).body.results;
const students = (count: number) => Array.from({ length: count }, (_, index) => ({ studentUniqueId: `s${index}` }));

const district = (id: string) =>
  state.ask('admin', 'POST', '/v1/organizations', {
    body: { id, type: 'DISTRICT', name: `District ${id}`, number: id, parentOrganizationId: 'MT' },
  });

const publishedTo = async (participants: readonly string[]): Promise<string> => {
  const made = await state.ask('admin', 'POST', '/v1/certification-events', {
    body: { ...tardinessBody, participants },
  });
  await state.ask('admin', 'POST', `/v1/certification-events/${made.body.id}/publish`, { body: {} });
  await state.runFlows();
  return made.body.id;
};

const queue = async () => (await state.ports.store.queuedRuns()).map((read) => read.state);

describe('validating a whole state', () => {
  test('queues the biggest data first, and those of whom nothing is known last', async () => {
    for (const id of ['100', '200']) await district(id);
    const event = await publishedTo(['100', '200', '255901', '255903']);
    await deliverRows(state, '200', 'students', students(2));
    await deliverRows(state, '255903', 'students', students(30));
    await deliverRows(state, '255901', 'students', students(4));
    const order = ['255903', '255901', '200', '100'];
    const rows = await rowsOf(event);
    expect(rows.map(({ organizationId, outcome }) => [organizationId, outcome])).toEqual(
      order.map((id) => [id, 'QUEUED']),
    );
    expect((await queue()).map(({ organizationId, size }) => [organizationId, size])).toEqual([
      ['255903', 30],
      ['255901', 4],
      ['200', 2],
      ['100', 0],
    ]);
    const sent = [...state.data.outbox.values()].flatMap(({ row: { message } }) =>
      message.type === 'QUEUE_RUN' ? [message] : [],
    );
    // Each goes to the queue under its own district, which keeps the districts' shares fair.
    expect(sent.map(({ districtId }) => districtId)).toEqual(order);
    const page = await state.ask('stan', 'GET', `/v1/runs/${rows[3]?.runId ?? ''}`);
    expect(page.body).toMatchObject({ step: null, lane: 'STATE', queuePosition: 4, group: { name: 'Tardiness' } });
  });

  test('goes on where one request had enough, until everybody was asked for once', async () => {
    const ids = Array.from({ length: 203 }, (_, index) => String(1_000 + index));
    for (const id of ids) await district(id);
    const event = await publishedTo([...ids, '255901', '255903']);
    await deliverRows(state, '1202', 'students', students(3));
    const first = (await asked(event)).body;
    expect([first.results.length, first.remaining.length]).toEqual([200, 5]);
    expect(first.results[0].organizationId).toBe('1202');
    const rest = (await asked(event, { organizationIds: first.remaining })).body;
    expect([rest.results.length, rest.remaining]).toEqual([5, []]);
    expect(new Set((await queue()).map(({ organizationId }) => organizationId)).size).toBe(205);
  });
});

describe('validating many participants', () => {
  let event: string;
  beforeEach(async () => {
    event = await publishTardiness(state);
  });

  test('is for whoever may validate one of them, and offered to them', async () => {
    for (const user of ['april', 'stan']) expect((await asked(event, {}, user)).status).toBe(202);
    for (const [user, status] of [
      ['admin', 403],
      ['ana', 403],
      ['gus', 403],
    ] as const)
      expect([user, (await asked(event, {}, user)).status]).toEqual([user, status]);
    const offered = async (user: string) =>
      (await state.ask(user, 'GET', `/v1/certification-events/${event}`)).body.permittedCommands;
    expect(await offered('stan')).toContain('validateParticipants');
    expect(await offered('admin')).not.toContain('validateParticipants');
    expect(await queue()).toHaveLength(2);
  });

  test('tells of the run that is under way instead of queueing it twice, until it has ended', async () => {
    const first = await rowsOf(event);
    const again = await rowsOf(event, {}, 'april');
    expect(again).toEqual(first.map((row) => ({ ...row, outcome: 'UNDER_WAY' })));
    expect(await queue()).toHaveLength(2);
    const [ended] = await queue();
    if (ended === undefined) throw new Error('nothing waits');
    await state.validate(ended.id);
    const third = await rowsOf(event);
    const outcomes = new Map(third.map(({ organizationId, outcome }) => [organizationId, outcome]));
    expect(outcomes.get(ended.organizationId)).toBe('QUEUED');
    expect([...outcomes.values()].toSorted()).toEqual(['QUEUED', 'UNDER_WAY']);
  });

  test('repeated under its key answers as it did, whatever has happened since', async () => {
    const key = { 'idempotency-key': 'all-of-them' };
    const first = await asked(event, {}, 'stan', key);
    for (const run of await queue()) await state.validate(run.id);
    expect((await asked(event, {}, 'stan', key)).body).toEqual(first.body);
    expect(await queue()).toEqual([]);
    expect((await asked(event, { lane: 'SNAPSHOT' }, 'stan', key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('is each on its own: who is refused, and why, holds up nobody', async () => {
    expect(await rowsOf(event, { organizationIds: ['999999', '255903'] })).toMatchObject([
      { organizationId: '255903', outcome: 'QUEUED', code: null },
      { organizationId: '999999', outcome: 'REFUSED', code: 'NOT_FOUND', runId: null },
    ]);
    await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
    await state.takeSnapshots();
    expect(await rowsOf(event, { lane: 'SNAPSHOT' })).toMatchObject([
      { organizationId: '255901', outcome: 'REFUSED', code: 'NO_SNAPSHOT' },
      { organizationId: '255903', outcome: 'QUEUED' },
    ]);
  });

  test('reaches those that fit a filter, of all or of the named', async () => {
    expect(await rowsOf(event, { name: 'grand' })).toMatchObject([{ organizationId: '255901' }]);
    expect(await rowsOf(event, { status: ['SENT'] })).toEqual([]);
    const organizationIds = ['255901', '255903', '999999'];
    expect(await rowsOf(event, { organizationIds, name: 'grand' })).toMatchObject([
      { organizationId: '255901' },
      { organizationId: '999999', outcome: 'REFUSED', code: 'NOT_FOUND' },
    ]);
  });

  test('is refused as a whole where it is wrong for everybody', async () => {
    expect(await asked(event, { groupId: 'grp_none' })).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', errors: [{ pointer: '/groupId' }] },
    });
    const { body: draft } = await state.ask('admin', 'POST', '/v1/certification-events', {
      body: { ...tardinessBody, name: 'Another' },
    });
    expect(await asked(draft.id)).toMatchObject({ status: 409, body: { code: 'NOT_PUBLISHED' } });
    await state.ask('admin', 'POST', `/v1/certification-events/${event}/close`, {
      body: { comment: 'over', confirm: true },
    });
    expect(await asked(event)).toMatchObject({ status: 409, body: { code: 'EVENT_CLOSED' } });
    expect(await queue()).toEqual([]);
  });
});
