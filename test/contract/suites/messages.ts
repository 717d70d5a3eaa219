import { describe, expect, it } from 'vitest';
import type { OutboxMessage } from '../../../shared/application/outbox.ts';
import type { OutboxRow } from '../../../shared/application/ports/outbox-rows.ts';
import { certificationEventId, messageId, runId, snapshotId, uploadId, userId } from '../../../shared/kernel/ids.ts';
import { attendance, bearCreek } from '../../builders/people.ts';
import { day, moment } from '../../builders/time.ts';
import { mustCommit } from '../acts.ts';
import type { OpenWorld, World } from '../world.ts';
import { dueRows, theDueRow } from './due-rows.ts';

const event = certificationEventId('evt_1');
const ana = userId('ana');

const aMail: OutboxMessage = { type: 'SEND_MAIL', to: 'ana@example.org', subject: 'Hello', text: 'Ana,\n…' };

const messages: readonly OutboxMessage[] = [
  {
    type: 'START_EXECUTION',
    machine: 'snapshot',
    name: 'evt_1-1',
    input: { version: 1, organizationIds: null, snapshotId: snapshotId('snp_1') },
  },
  { type: 'QUEUE_RUN', runId: runId('run_1'), districtId: bearCreek, size: 12 },
  { type: 'QUEUE_INGEST', uploadId: uploadId('upl_1'), organizationId: bearCreek, size: 1_000 },
  ...(
    [
      { kind: 'USER', userId: ana },
      { kind: 'PARTICIPANT', organizationId: bearCreek, except: null },
      { kind: 'ALL_PARTICIPANTS' },
      { kind: 'NEW_PARTICIPANTS', formerBodyId: 'bdy_1' },
      { kind: 'FORMER_PARTICIPANTS', formerBodyId: 'bdy_1', formerEndDate: day('2026-05-18') },
      { kind: 'STATE_WATCHERS' },
      { kind: 'DISTRICT_ADMINISTRATORS', districtId: bearCreek },
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
  { type: 'SEAL_AUDIT', certificationEventId: event },
  { type: 'DELIVER_MESSAGE', messageId: messageId('msg_1') },
  { type: 'DRAIN_WAITS', certificationEventId: event },
  { type: 'PLAN_REMINDERS', certificationEventId: event, dueDate: null },
  { type: 'PLAN_REMINDERS', certificationEventId: event, dueDate: day('2026-05-20') },
  { type: 'REMIND', certificationEventId: event, day: day('2026-05-11'), at: moment('2026-05-11') },
  { type: 'SEND_DIGESTS', day: day('2026-05-11') },
  { type: 'RENEW_TIMERS' },
  { type: 'SYNC_SIGN_IN', userId: ana },
  { type: 'RECONCILE_MEMBERS', categoryIds: [attendance], districtId: bearCreek },
  { type: 'RECONCILE_PUBLISHED', certificationEventId: event },
  aMail,
];

/** One committed message, come due because nobody sent it. */
const anUnsentRow = async (world: World): Promise<OutboxRow> => {
  await mustCommit(world, { outbox: [{ type: 'DISARM_TIMER', timerId: 't', version: 1 }] });
  world.clock.advance(60);
  return theDueRow(world);
};

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

    it('keeps a message that was given up in sight, and gives it ten new tries once somebody asks for it', async () => {
      const world = await open();
      const givenUp = async () => (await world.dueList.due(world.clock.now())).givenUp;
      const row = await anUnsentRow(world);
      expect(await givenUp()).toEqual([]);
      expect(await world.outboxRows.revive(row.id, world.clock.now())).toBe(false);
      for (let attempts = 0; attempts < 10; attempts += 1)
        await world.outboxRows.markFailed({ ...row, attempts }, 'no answer', world.clock.now());
      expect(await givenUp()).toEqual([{ ...row, status: 'DEAD', attempts: 10, problem: 'no answer' }]);
      expect(await world.outboxRows.revive(row.id, world.clock.now())).toBe(true);
      expect(await givenUp()).toEqual([]);
      expect(await dueRows(world)).toEqual([{ ...row, problem: 'no answer' }]);
      expect(await world.outboxRows.revive('obx_none', world.clock.now())).toBe(false);
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

  describe('a view of a report', () => {
    it('is recorded each time and proves that this person saw this run since the first', async () => {
      const world = await open();
      const run = runId('run_1');
      const view = { runId: run, userId: ana, format: 'html', purpose: 'certification' };
      const first = world.clock.now();
      await world.journal.recordView({ ...view, at: first });
      await world.journal.recordView({ ...view, at: first });
      await world.journal.recordView({ ...view, at: world.clock.advance(5), format: 'csv' });
      const [other, unseen] = [runId('run_2'), runId('run_3')];
      await world.journal.recordView({ ...view, runId: other, at: first });
      expect(await world.store.viewedBy([unseen, run, other], ana)).toEqual(
        new Map([
          [run, first],
          [other, first],
        ]),
      );
      expect(await world.store.viewedBy([run], userId('an'))).toEqual(new Map());
      expect(await world.store.viewedBy([], ana)).toEqual(new Map());
    });

    it('outside of a run is a disclosure, recorded once', async () => {
      const world = await open();
      const at = world.clock.now();
      const disclosure = { userId: ana, organizationId: bearCreek, purpose: 'RULE_CHECK', about: 'STATE 0123' };
      const entry = { ...disclosure, at, requestId: 'request-1' };
      await expect(world.journal.recordDisclosure(entry)).resolves.toBeUndefined();
      await expect(world.journal.recordDisclosure(entry)).resolves.toBeUndefined();
    });

    it('page by page is one disclosure for each person, thing, purpose and day', async () => {
      const world = await open();
      const entry = { userId: ana, organizationId: bearCreek, purpose: 'ON_SCREEN', about: 'RUN run_1' };
      const first = { ...entry, at: world.clock.now(), requestId: 'request-1' };
      expect(await world.journal.recordShown(first)).toBe(true);
      expect(await world.journal.recordShown({ ...first, requestId: 'request-2' })).toBe(false);
      expect(await world.journal.recordShown({ ...first, at: world.clock.advance(6 * 3600 - 1) })).toBe(false);
      for (const other of [
        { userId: userId('an') },
        { purpose: 'SERVICE' },
        { about: 'RUN run_10' },
        { at: world.clock.advance(1) },
      ])
        expect([other, await world.journal.recordShown({ ...first, ...other })]).toEqual([other, true]);
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
