import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, inject, it } from 'vitest';
import { MalformedItem } from '../../shared/adapters/dynamodb/parse-item.ts';
import { openTable } from '../../shared/adapters/dynamodb/table.ts';
import type { Commit, IdempotencyRecord } from '../../shared/application/ports/unit-of-work.ts';
import { certificationEventId, runId, userId } from '../../shared/kernel/ids.ts';
import { aParticipant } from '../builders/participant.ts';
import { anAgency, bearCreek } from '../builders/people.ts';
import { day, moment } from '../builders/time.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { changing, commit, loaded, mustCommit } from './acts.ts';
import { type FaultPlan, withFaults } from './engine/faults.ts';
import { newClient, openNewTable, portsOver } from './engine/open-dynamodb.ts';
import { creating } from './samples/entities.ts';
import type { World } from './world.ts';

/** A world whose client meets faults once they are switched on; `attempts` is what the SDK tries by itself. */
const faultyWorld = async (plan: FaultPlan, attempts = 1) => {
  const endpoint = inject('dynamoDbEndpoint');
  const { client, table } = await openNewTable(endpoint);
  const clock = settableClock(moment('2026-05-05'));
  const calm: World = { ...portsOver(table, clock), clock };
  const faultyClient = newClient(endpoint, attempts);
  const counts = withFaults(faultyClient, plan);
  const faulty: World = {
    ...portsOver(
      openTable(table.name, faultyClient, async () => {}),
      clock,
    ),
    clock,
  };
  return { client, table, calm, faulty, counts };
};

const record: IdempotencyRecord = {
  principal: 'sam',
  operation: 'replaceSettings',
  key: 'key-1',
  bodyHash: 'hash-1',
  answer: { ok: true },
};

const onTransaction =
  (fault: 'LOSE_REPLY' | 'CONFLICT' | 'DOWN', upTo: number): FaultPlan =>
  (operation, nth) =>
    operation === 'TransactWriteItems' && nth <= upTo ? fault : undefined;

const kinds: readonly (readonly [string, Partial<Commit>])[] = [
  ['of a person, with its idempotency record', { transitions: [creating('agency', anAgency())], idempotency: record }],
  ['of a worker, without one', { transitions: [creating('agency', anAgency())] }],
  ['of messages only', { outbox: [{ type: 'DISARM_TIMER', timerId: 't', version: 1 }] }],
];

describe('a commit whose reply is lost', () => {
  it.each(kinds)('%s, is known to have happened', async (_name, changes) => {
    const { calm, faulty } = await faultyWorld(onTransaction('LOSE_REPLY', 1));
    await mustCommit(faulty, changes);
    calm.clock.advance(60);
    expect((await calm.dueList.due(calm.clock.now())).work).toHaveLength(changes.outbox?.length ?? 0);
    expect((await calm.store.load('agency', 'AGENCY'))?.version).toBe(changes.transitions ? 1 : undefined);
  });

  it.each(kinds)('%s, happens once when the SDK repeats it by itself', async (_name, changes) => {
    const { calm, faulty, counts } = await faultyWorld(onTransaction('LOSE_REPLY', 2), 3);
    await mustCommit(faulty, changes);
    expect(counts.get('TransactWriteItems')).toBe(3);
    calm.clock.advance(60);
    expect((await calm.dueList.due(calm.clock.now())).work).toHaveLength(changes.outbox?.length ?? 0);
  });

  it('is known to have happened even when somebody else has written since', async () => {
    const theirs = async (world: World) => {
      const mine = await loaded(world, 'agency', anAgency());
      await mustCommit(world, { transitions: [changing('agency', mine, anAgency({ name: 'Theirs' }))] });
    };
    const { calm, faulty } = await faultyWorld(async (operation, nth) => {
      if (operation === 'TransactWriteItems') return 'LOSE_REPLY';
      if (nth === 1) await theirs(calm);
      return undefined;
    });
    await mustCommit(faulty, { transitions: [creating('agency', anAgency({ name: 'Mine' }))] });
    expect(await loaded(calm, 'agency', anAgency())).toMatchObject({ version: 2, state: { name: 'Theirs' } });
  });

  it('and that did not happen, is a fault', async () => {
    const { calm, faulty } = await faultyWorld(onTransaction('DOWN', 1));
    await expect(commit(faulty, { transitions: [creating('agency', anAgency())] })).rejects.toThrow('Internal');
    expect(await calm.store.load('agency', 'AGENCY')).toBeUndefined();
  });
});

describe('a table that fails in the middle of a commit', () => {
  const isWrite = (operation: string): boolean => /Write|Put|Update/.test(operation);

  it.each([
    ['from the first write on', 1, 0],
    ['after the first write', 2, 1],
  ])('%s, has the new state with its audit entry, or neither', async (_when, failing, count) => {
    let writes = 0;
    const { calm, faulty } = await faultyWorld((operation) => {
      writes += isWrite(operation) ? 1 : 0;
      return isWrite(operation) && writes >= failing ? 'DOWN' : undefined;
    });
    const outcome = commit(faulty, { transitions: [creating('participant', aParticipant())] });
    await (count === 0 ? expect(outcome).rejects.toThrow('Internal') : outcome.catch(() => undefined));
    const event = certificationEventId('evt_1');
    expect(await calm.store.participants(event)).toHaveLength(count);
    expect((await calm.store.auditOf(event, { limit: 10 })).items).toHaveLength(count);
  });
});

describe('transactions that collide', () => {
  it('are tried again until they pass', async () => {
    const { faulty, counts } = await faultyWorld(onTransaction('CONFLICT', 5));
    await mustCommit(faulty, { transitions: [creating('agency', anAgency())], idempotency: record });
    expect(counts.get('TransactWriteItems')).toBe(6);
  });

  it('are a fault when they never pass, and write nothing', async () => {
    const { calm, faulty, counts } = await faultyWorld(onTransaction('CONFLICT', 99));
    await expect(commit(faulty, { transitions: [creating('agency', anAgency())] })).rejects.toThrow('cancelled');
    expect(counts.get('TransactWriteItems')).toBe(6);
    expect(await calm.store.load('agency', 'AGENCY')).toBeUndefined();
  });
});

describe('a table that does not answer', () => {
  const event = certificationEventId('evt_1');
  const key = { certificationEventId: event, organizationId: bearCreek };
  const page = { limit: 1 };
  const calls: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
    load: ({ store }) => store.load('agency', 'AGENCY'),
    loadTogether: ({ store }) =>
      store.loadTogether({ entity: 'organization', keys: [bearCreek] }, { entity: 'user', keys: [userId('ana')] }),
    loadMany: ({ store }) => store.loadMany('organization', [bearCreek]),
    body: ({ store }) => store.body(event, 'bdy_1'),
    bodyWithoutParticipants: ({ store }) => store.bodyWithoutParticipants(event, 'bdy_1'),
    datasetVersions: ({ store }) => store.datasetVersions(bearCreek, { students: 'v' }),
    knownDatasetVersion: ({ store }) => store.knownDatasetVersion(bearCreek, 'students', 'v'),
    versionsOf: ({ store }) => store.versionsOf(bearCreek),
    certificationEvents: ({ store }) => store.certificationEvents(),
    participants: ({ store }) => store.participants(event),
    participantsPage: ({ store }) => store.participantsPage(event, page),
    participantsOfDistrict: ({ store }) => store.participantsOfDistrict(bearCreek),
    runsOf: ({ store }) => store.runsOf(key),
    snapshotsOf: ({ store }) => store.snapshotsOf(key),
    snapshotsOfCertificationEvent: ({ store }) => store.snapshotsOfCertificationEvent(event, page),
    queuedRuns: ({ store }) => store.queuedRuns(),
    messagesOf: ({ store }) => store.messagesOf(event),
    timersOf: ({ store }) => store.timersOf(event),
    auditOf: ({ store }) => store.auditOf(event, page),
    sealsOf: ({ store }) => store.sealsOf(event),
    lastSealOf: ({ store }) => store.lastSealOf(event),
    historyOf: ({ store }) => store.historyOf(key),
    inbox: ({ store }) => store.inbox(userId('ana'), page, () => true),
    unreadAlerts: ({ store }) => store.unreadAlerts(userId('ana'), 100),
    alertsNamed: ({ store }) => store.alertsNamed(userId('ana'), ['alr_1']),
    digestList: ({ store }) => store.digestList(day('2026-05-11'), page),
    userOfName: ({ store }) => store.userOfName('ana'),
    usersOf: ({ store }) => store.usersOf(bearCreek),
    viewedBy: ({ store }) => store.viewedBy([runId('run_1')], userId('ana')),
    organizations: ({ store }) => store.organizations(),
    children: ({ store }) => store.organizations(bearCreek),
    categories: ({ store }) => store.categories(),
    rules: ({ store }) => store.rules(),
    validationGroups: ({ store }) => store.validationGroups(),
    datasets: ({ store }) => store.datasets(),
    nextCertificationEventNumber: ({ store }) => store.nextCertificationEventNumber(),
    cursorKey: ({ store }) => store.cursorKey(),
    chunkExists: ({ store }) => store.chunkExists(event, 1, 1),
    findIdempotencyRecord: ({ unitOfWork }) => unitOfWork.findIdempotencyRecord('sam', 'o', 'k'),
    outboxRow: ({ outboxRows }) => outboxRows.read('obx_1'),
    revive: ({ outboxRows, clock }) => outboxRows.revive('obx_1', clock.now()),
    markSent: ({ outboxRows, clock }) => outboxRows.markSent('obx_1', clock.now()),
    takeLease: ({ leases, clock }) => leases.take(runId('run_1'), 'worker', clock.now()),
    renewLease: ({ leases, clock }) => leases.renew(runId('run_1'), 'worker', clock.now()),
    openWait: ({ waits }) => waits.open(key, 1),
    due: ({ dueList, clock }) => dueList.due(clock.now()),
  };

  it('is a fault in every read and write, never an absence', async () => {
    const { faulty } = await faultyWorld(() => 'DOWN');
    for (const [name, call] of Object.entries(calls)) await expect(call(faulty), name).rejects.toThrow('Internal');
  });
});

describe('an item that was damaged', () => {
  it('is a fault that names the item and the place, not the content', async () => {
    const { client, table, calm } = await faultyWorld(() => undefined);
    const version = { version: { N: '1' }, auditHash: { B: new Uint8Array(32) } };
    const key = { pk: { S: 'AGENCY' }, sk: { S: 'AGENCY' } };
    const state = { M: { name: { S: 'secret' }, shortName: { S: 'x' }, timeZone: { N: '1' } } };
    await client.send(new PutItemCommand({ TableName: table.name, Item: { ...key, ...version, state } }));
    const read = calm.store.load('agency', 'AGENCY');
    await expect(read).rejects.toThrow(MalformedItem);
    await expect(read).rejects.toThrow(/AGENCY \/ AGENCY.*timeZone, warningPolicy/);
    await expect(read).rejects.not.toThrow(/secret/);
  });

  it('in the due list does not keep the others from their turn', async () => {
    const { client, table, calm } = await faultyWorld(() => undefined);
    await mustCommit(calm, { outbox: [{ type: 'DISARM_TIMER', timerId: 't', version: 1 }] });
    const due = { gsi3pk: { S: 'PENDING#0' }, gsi3sk: { S: calm.clock.now() } };
    const key = { pk: { S: 'OUTBOX#obx_broken' }, sk: { S: 'OUTBOX' } };
    await client.send(new PutItemCommand({ TableName: table.name, Item: { ...key, ...due } }));
    const { work, damaged } = await calm.dueList.due(calm.clock.advance(60));
    expect(work).toHaveLength(1);
    expect(damaged).toEqual([expect.stringContaining('OUTBOX#obx_broken')]);
  });

  it('is a fault when it holds something this version of the code does not know', async () => {
    const { client, table, calm } = await faultyWorld(() => undefined);
    await mustCommit(calm, { transitions: [creating('agency', anAgency())] });
    const fields = Object.entries({ ...anAgency(), motto: 'new' }).map(([name, value]) => [name, { S: value }]);
    await client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: {
          pk: { S: 'AGENCY' },
          sk: { S: 'AGENCY' },
          version: { N: '2' },
          auditHash: { B: new Uint8Array(32) },
          state: { M: Object.fromEntries(fields) },
        },
      }),
    );
    await expect(calm.store.load('agency', 'AGENCY')).rejects.toThrow(MalformedItem);
  });
});
