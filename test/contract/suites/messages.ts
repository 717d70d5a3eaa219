import { describe, expect, it } from 'vitest';
import type { OutboxMessage } from '../../../shared/application/outbox.ts';
import type { OutboxRow } from '../../../shared/application/ports/outbox-rows.ts';
import type { Alert } from '../../../shared/domain/messaging/alert.ts';
import {
  alertId,
  certificationEventId,
  messageId,
  organizationId,
  runId,
  snapshotId,
  uploadId,
  userId,
} from '../../../shared/kernel/ids.ts';
import { bearCreek } from '../../builders/people.ts';
import { moment } from '../../builders/time.ts';
import { mustCommit } from '../acts.ts';
import type { OpenWorld, World } from '../world.ts';

const event = certificationEventId('evt_1');
const ana = userId('ana');

const messages: readonly OutboxMessage[] = [
  {
    type: 'START_EXECUTION',
    machine: 'snapshot',
    name: 'evt_1-1',
    input: { version: 1, organizationIds: null, snapshotId: snapshotId('snp_1') },
  },
  { type: 'QUEUE_RUN', runId: runId('run_1'), districtId: bearCreek, size: 12 },
  { type: 'QUEUE_INGEST', uploadId: uploadId('upl_1'), organizationId: bearCreek },
  ...(
    [
      { kind: 'USER', userId: ana },
      { kind: 'PARTICIPANT', organizationId: bearCreek, except: null },
      { kind: 'ALL_PARTICIPANTS' },
      { kind: 'CATEGORY_STATE', approversOnly: true },
    ] as const
  ).map(
    (audience): OutboxMessage => ({
      type: 'NOTIFY',
      notification: {
        kind: 'RUN_FINISHED',
        certificationEventId: event,
        organizationId: null,
        audience,
        dedupe: 'run_1',
        postedAt: moment('2026-05-05'),
        facts: { title: 'Run' },
      },
    }),
  ),
  { type: 'ARM_TIMER', timerId: 'evt_1-FULL', version: 1, dueAt: moment('2026-05-10') },
  { type: 'DISARM_TIMER', timerId: 'evt_1-FULL', version: 1 },
  { type: 'ANSWER_WAIT', certificationEventId: event, organizationId: bearCreek, sentSequence: 1, outcome: 'APPROVED' },
  { type: 'DELIVER_MESSAGE', messageId: messageId('msg_1') },
  { type: 'DRAIN_WAITS', certificationEventId: event },
  { type: 'SYNC_SIGN_IN', userId: ana, active: false },
  { type: 'SEND_MAIL', to: 'ana@example.org', subject: 'Hello', text: 'Ana,\n…' },
];

const dueRows = async (world: World): Promise<readonly OutboxRow[]> =>
  (await world.dueList.due(world.clock.now())).work.flatMap((work) => (work.kind === 'OUTBOX' ? [work.row] : []));

const theDueRow = async (world: World): Promise<OutboxRow> => {
  const [row] = await dueRows(world);
  if (!row) throw new Error('no message is due');
  return row;
};

/** One committed message, come due because nobody sent it. */
const anUnsentRow = async (world: World): Promise<OutboxRow> => {
  await mustCommit(world, { outbox: [{ type: 'DISARM_TIMER', timerId: 't', version: 1 }] });
  world.clock.advance(60);
  return theDueRow(world);
};

const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: alertId('alr_1'),
  userId: ana,
  kind: 'RUN_FINISHED',
  process: 'Batch Report Complete',
  name: 'Run',
  required: false,
  postedAt: moment('2026-05-05'),
  dueDate: null,
  link: '/certifications/evt_1/255903',
  certificationEventId: event,
  organizationId: organizationId('255903'),
  readAt: null,
  text: null,
  dismissedAt: null,
  ...changes,
});

export const describeMessages = (open: OpenWorld): void => {
  describe('the outbox', () => {
    it('keeps every kind of message as it was committed', async () => {
      const world = await open();
      await mustCommit(world, { outbox: messages });
      world.clock.advance(60);
      const rows = await dueRows(world);
      expect(rows.map(({ message }) => message)).toHaveLength(messages.length);
      expect(rows.map(({ message }) => message)).toEqual(expect.arrayContaining([...messages]));
      for (const row of rows) expect(await world.outboxRows.read(row.id)).toEqual(row);
    });

    it('leaves a message to the stream for a minute before the sweeper sees it', async () => {
      const world = await open();
      await mustCommit(world, { outbox: messages.slice(0, 1) });
      world.clock.advance(59);
      expect(await dueRows(world)).toEqual([]);
      world.clock.advance(1);
      expect(await dueRows(world)).toHaveLength(1);
    });

    it('shows a sent message as sent, and nobody is asked to send it again', async () => {
      const world = await open();
      const row = await anUnsentRow(world);
      await world.outboxRows.markSent(row.id, world.clock.now());
      await world.outboxRows.markSent(row.id, world.clock.now());
      expect(await world.outboxRows.read(row.id)).toEqual({ ...row, status: 'SENT' });
      expect(await dueRows(world)).toEqual([]);
    });

    it('tries a failed message again later, and gives it up after ten times', async () => {
      const world = await open();
      let row = await anUnsentRow(world);
      for (let attempt = 1; attempt < 10; attempt += 1) {
        expect(await world.outboxRows.markFailed(row, 'no answer', world.clock.now())).toBe('PENDING');
        expect(await dueRows(world)).toEqual([]);
        world.clock.advance(15 * 60);
        row = await theDueRow(world);
        expect(row).toMatchObject({ attempts: attempt, problem: 'no answer', status: 'PENDING' });
      }
      expect(await world.outboxRows.markFailed(row, 'no answer', world.clock.now())).toBe('DEAD');
      world.clock.advance(24 * 3600);
      expect(await dueRows(world)).toEqual([]);
      expect(await world.outboxRows.read(row.id)).toMatchObject({ status: 'DEAD', attempts: 10 });
    });

    it('counts one failure of two who failed at once, and none after the message was sent', async () => {
      const world = await open();
      const row = await anUnsentRow(world);
      await world.outboxRows.markFailed(row, 'first', world.clock.now());
      await world.outboxRows.markFailed(row, 'second', world.clock.now());
      expect(await world.outboxRows.read(row.id)).toMatchObject({ attempts: 1, problem: 'first' });
      await world.outboxRows.markSent(row.id, world.clock.now());
      await world.outboxRows.markFailed({ ...row, attempts: 1 }, 'late', world.clock.now());
      expect(await world.outboxRows.read(row.id)).toMatchObject({ status: 'SENT', attempts: 1 });
    });

    it('knows no row that was never committed', async () => {
      const world = await open();
      expect(await world.outboxRows.read('obx_none')).toBeUndefined();
    });
  });

  describe('an alert', () => {
    it('is posted once, and its mail with it', async () => {
      const world = await open();
      const mail = { type: 'SEND_MAIL', to: 'ana@example.org', subject: 'Run', text: 'Run' } as const;
      expect(await world.journal.postAlert(anAlert(), mail)).toBe(true);
      expect(await world.journal.postAlert(anAlert({ name: 'Again' }), mail)).toBe(false);
      expect(await world.journal.postAlert(anAlert({ id: alertId('alr_2') }), null)).toBe(true);
      expect(await world.store.alertsOf(ana)).toEqual([anAlert(), anAlert({ id: alertId('alr_2') })]);
      expect(await world.store.alertsOf(userId('ben'))).toEqual([]);
      world.clock.advance(60);
      expect((await dueRows(world)).map(({ message }) => message)).toEqual([mail]);
    });

    it('is read and dismissed at the first time, whoever repeats it', async () => {
      const world = await open();
      await world.journal.postAlert(anAlert(), null);
      const first = world.clock.advance(1);
      await world.journal.markAlertRead(ana, 'alr_1', first);
      await world.journal.markAlertRead(ana, 'alr_1', world.clock.advance(1));
      expect(await world.store.alertsOf(ana)).toEqual([anAlert({ readAt: first })]);
      const then = world.clock.advance(1);
      await world.journal.markAlertDismissed(ana, 'alr_1', then);
      await world.journal.markAlertDismissed(ana, 'alr_1', world.clock.advance(1));
      await world.journal.markAlertDismissed(ana, 'alr_none', then);
      expect(await world.store.alertsOf(ana)).toEqual([anAlert({ readAt: first, dismissedAt: then })]);
    });
  });

  describe('a view of a report', () => {
    it('is recorded each time and proves that this person saw this run since the first', async () => {
      const world = await open();
      const run = runId('run_1');
      const view = { runId: run, userId: ana, format: 'html', purpose: 'certification' };
      const first = world.clock.now();
      await world.journal.recordView({ ...view, at: first });
      await world.journal.recordView({ ...view, at: first });
      await world.journal.recordView({ ...view, at: world.clock.advance(5), format: 'csv' });
      expect(await world.store.viewedBy(run, ana)).toBe(first);
      expect(await world.store.viewedBy(run, userId('an'))).toBeUndefined();
      expect(await world.store.viewedBy(runId('run_2'), ana)).toBeUndefined();
    });

    it('outside of a run is a disclosure, recorded once', async () => {
      const world = await open();
      const at = world.clock.now();
      const disclosure = { userId: ana, organizationId: bearCreek, purpose: 'RULE_CHECK', about: 'STATE 0123' };
      const entry = { ...disclosure, at, requestId: 'request-1' };
      await expect(world.journal.recordDisclosure(entry)).resolves.toBeUndefined();
      await expect(world.journal.recordDisclosure(entry)).resolves.toBeUndefined();
    });

    it('of a refused request leaves a record too, without failing on a repeat', async () => {
      const world = await open();
      const refusal = {
        at: world.clock.now(),
        actorId: 'ana',
        operation: 'submitCertification',
        target: 'evt_1/255903',
        code: 'PAST_DUE',
        requestId: 'request-1',
      };
      await expect(world.journal.recordRefusal(refusal)).resolves.toBeUndefined();
      await expect(world.journal.recordRefusal(refusal)).resolves.toBeUndefined();
    });
  });
};
