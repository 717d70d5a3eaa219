import { alertId, organizationId, snapshotId } from '../../../shared/kernel/ids.ts';
import { day } from '../../builders/time.ts';
import { changing, loaded, mustCommit } from '../acts.ts';
import { lastSubmission, submissionRecord } from '../samples/deadline-hour.ts';
import { creating } from '../samples/entities.ts';
import type { World } from '../world.ts';
import { aDatasetVersion } from '../samples/lanes.ts';
import { example, firstAlert, firstParticipant } from './example.ts';
import type { Pattern } from './pattern.ts';

const { event, district, user, run } = example;
const participant = { certificationEventId: event, organizationId: district };

const mail = { type: 'SEND_MAIL', to: 'ana@example.org', subject: 'Run', text: 'Run' } as const;

/** The last certifier submits: see dynamodb-cost.test.ts. */
const submit = async (world: World): Promise<void> => {
  const { before, after } = lastSubmission();
  const { certificationEventId, organizationId: id } = after;
  const read = await loaded(world, 'participant', before);
  await mustCommit(world, {
    transitions: [changing('participant', read, after)],
    fence: { certificationEventId, organizationId: id, revision: 1 },
    outbox: [
      { type: 'START_EXECUTION', machine: 'approval', name: `${certificationEventId}-${id}`, input: { version: 1 } },
    ],
    idempotency: submissionRecord(),
  });
};

const publishChunk = (world: World): Promise<void> => {
  const organizations = Array.from({ length: 45 }, (_, index) => organizationId(`d${index}`));
  return mustCommit(world, {
    transitions: organizations.map((id) =>
      creating('participant', { ...firstParticipant, organizationId: id, districtId: id }),
    ),
    inserts: [{ row: 'chunk', certificationEventId: event, revision: 1, chunk: 0 }],
  });
};

/** Besides what completes the snapshot: the versions, and that the lanes they were read from have not moved. */
const pinVersions = async (world: World): Promise<void> => {
  const lanes = await world.store.load('organizationData', district);
  await mustCommit(world, {
    checks: [{ entity: 'organizationData', key: district, version: lanes?.version ?? null }],
    inserts: [
      {
        row: 'versionPin',
        organizationId: district,
        snapshotId: snapshotId('snp_1'),
        versions: { students: aDatasetVersion().version },
      },
    ],
  });
};

/** In this order: what one makes, the next finds. */
export const writes: readonly Pattern[] = [
  { what: 'submit (after reading the participant)', run: submit },
  { what: 'publish a chunk of 45 participants', run: publishChunk },
  {
    what: 'open or shut the fence of a certification event',
    run: (world) => mustCommit(world, { fenceChange: { certificationEventId: event, status: 'CLOSED', revision: 1 } }),
  },
  { what: 'pin versions, in the transaction that completes a snapshot', run: pinVersions },
  {
    what: 'a message was sent',
    run: ({ outboxRows, clock }) => outboxRows.markSent('obx_00000000000000000000000001', clock.now()),
  },
  { what: 'take a lease', run: ({ leases, clock }) => leases.take(run, 'worker', clock.now()) },
  { what: 'renew a lease', run: ({ leases, clock }) => leases.renew(run, 'worker', clock.advance(20)) },
  { what: 'release a lease', run: ({ leases }) => leases.release(run, 'worker') },
  {
    what: 'register a wait',
    run: ({ waits, clock }) =>
      waits.register({ key: participant, sentSequence: 1, token: 'token', registeredAt: clock.now() }),
  },
  {
    what: 'record a view of a report',
    run: ({ journal, clock }) =>
      journal.recordView({ runId: run, userId: user, at: clock.now(), format: 'html', purpose: 'certification' }),
  },
  {
    what: 'record a disclosure',
    run: ({ journal, clock }) =>
      journal.recordDisclosure({
        at: clock.now(),
        userId: user,
        organizationId: district,
        purpose: 'RULE_CHECK',
        about: 'STATE 0123456789abcdef',
        requestId: 'req_1',
      }),
  },
  {
    what: 'record that rows were shown',
    run: ({ journal, clock }) =>
      journal.recordShown({
        at: clock.now(),
        userId: user,
        organizationId: district,
        purpose: 'ON_SCREEN',
        about: `RUN ${run}`,
        requestId: 'req_1',
      }),
  },
  {
    what: 'append a seal',
    run: ({ journal, clock }) =>
      journal.appendSeal({
        certificationEventId: event,
        sequence: 1,
        at: clock.now(),
        reason: 'HOURLY',
        root: 'a1'.repeat(32),
        chains: 2,
        entries: 7,
        previousHash: '00'.repeat(32),
        hash: 'b2'.repeat(32),
      }),
  },
  {
    what: 'record a refusal',
    run: ({ journal, clock }) =>
      journal.recordRefusal({
        at: clock.now(),
        actorId: user,
        operation: 'submitCertification',
        target: `${event}/${district}`,
        code: 'PAST_DUE',
        requestId: 'req_1',
      }),
  },
  { what: 'post an alert', run: ({ journal }) => journal.postAlert(firstAlert, null) },
  {
    what: 'post an alert with its mail',
    run: ({ journal }) => journal.postAlert({ ...firstAlert, id: alertId('alr_2') }, { name: 'mail_1', message: mail }),
  },
  {
    what: 'put a person on the list of a day’s mail',
    run: ({ journal }) => journal.listForDigest(day('2026-05-11'), user),
  },
  {
    what: 'queue a day’s mail',
    run: ({ journal, clock }) => journal.queueOnce({ name: 'digest_1', message: mail }, clock.now()),
  },
  { what: 'read an alert', run: ({ journal, clock }) => journal.markAlertRead(user, firstAlert.id, clock.now()) },
];
