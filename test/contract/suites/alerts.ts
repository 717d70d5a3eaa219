import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../shared/domain/messaging/alert.ts';
import { alertId, certificationEventId, organizationId, userId } from '../../../shared/kernel/ids.ts';
import { day, moment } from '../../builders/time.ts';
import type { OpenWorld } from '../world.ts';
import { dueRows, theDueRow } from './due-rows.ts';

const ana = userId('ana');
const aMail = { type: 'SEND_MAIL', to: 'ana@example.org', subject: 'Hello', text: 'Ana,\n…' } as const;

const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: alertId('alr_1'),
  userId: ana,
  kind: 'RUN_FINISHED',
  process: 'Batch Report Complete',
  name: 'Run',
  facts: { state: 'Montana', name: 'Student Tardiness', title: 'Run' },
  text: null,
  required: false,
  postedAt: moment('2026-05-05'),
  dueDate: null,
  link: '/certifications/evt_1/255903',
  certificationEventId: certificationEventId('evt_1'),
  organizationId: organizationId('255903'),
  digestOn: null,
  readAt: null,
  dismissedAt: null,
  ...changes,
});

type World = Awaited<ReturnType<OpenWorld>>;

const inboxOf = async ({ store }: World): Promise<readonly string[]> =>
  (await store.inbox(ana, { limit: 50 }, () => true)).items.map(({ id }) => id);
const unreadOf = async ({ store }: World): Promise<readonly string[]> =>
  (await store.unreadAlerts(ana, 50)).map(({ id }) => id);

export const describeAlerts = (open: OpenWorld): void => {
  describe('an alert', () => {
    it('is posted once, and its mail with it', async () => {
      const world = await open();
      const mail = { name: 'mail_1', message: aMail } as const;
      expect(await world.journal.postAlert(anAlert(), mail)).toBe(true);
      expect(await world.journal.postAlert(anAlert({ name: 'Again' }), mail)).toBe(false);
      expect(await world.journal.postAlert(anAlert({ id: alertId('alr_2') }), null)).toBe(true);
      expect(await inboxOf(world)).toEqual(['alr_2', 'alr_1']);
      expect(await world.store.alertsNamed(ana, ['alr_1', 'alr_none'])).toEqual([anAlert()]);
      expect(await world.store.alertsNamed(userId('ben'), ['alr_1'])).toEqual([]);
      expect((await world.store.inbox(userId('ben'), { limit: 5 }, () => true)).items).toEqual([]);
      world.clock.advance(60);
      expect((await dueRows(world)).map(({ message }) => message)).toEqual([aMail]);
    });

    it('goes without its mail when another about the same occasion took it along', async () => {
      const world = await open();
      const mail = { name: 'mail_1', message: aMail } as const;
      expect(await world.journal.postAlert(anAlert(), mail)).toBe(true);
      expect(await world.journal.postAlert(anAlert({ id: alertId('alr_2') }), mail)).toBe(true);
      expect(await inboxOf(world)).toHaveLength(2);
      world.clock.advance(60);
      expect(await dueRows(world)).toHaveLength(1);
    });

    it('is read and dismissed at the first time, whoever repeats it', async () => {
      const world = await open();
      await world.journal.postAlert(anAlert(), null);
      const first = world.clock.advance(1);
      await world.journal.markAlertRead(ana, 'alr_1', first);
      await world.journal.markAlertRead(ana, 'alr_1', world.clock.advance(1));
      expect(await world.store.alertsNamed(ana, ['alr_1'])).toEqual([anAlert({ readAt: first })]);
      expect([await inboxOf(world), await unreadOf(world)]).toEqual([['alr_1'], []]);
      const then = world.clock.advance(1);
      await world.journal.markAlertDismissed(ana, 'alr_1', then);
      await world.journal.markAlertDismissed(ana, 'alr_1', world.clock.advance(1));
      await world.journal.markAlertDismissed(ana, 'alr_none', then);
      expect(await world.store.alertsNamed(ana, ['alr_1'])).toEqual([anAlert({ readAt: first, dismissedAt: then })]);
      expect([await inboxOf(world), await unreadOf(world)]).toEqual([[], []]);
    });
  });

  describe('an inbox', () => {
    const filled = async () => {
      const world = await open();
      for (const number of [3, 1, 5, 2, 4]) {
        const at = moment(`2026-05-0${number}`);
        await world.journal.postAlert(anAlert({ id: alertId(`alr_${number}`), postedAt: at }), null);
      }
      return world;
    };

    it('is read page by page, the newest first, without what was put away', async () => {
      const world = await filled();
      await world.journal.markAlertDismissed(ana, 'alr_4', world.clock.now());
      const first = await world.store.inbox(ana, { limit: 2 }, () => true);
      expect(first.items.map(({ id }) => id)).toEqual(['alr_5', 'alr_3']);
      // What a page ended with may be put away before the next is asked for.
      await world.journal.markAlertDismissed(ana, 'alr_3', world.clock.now());
      const rest = await world.store.inbox(ana, { limit: 2, from: first.next }, () => true);
      expect([rest.items.map(({ id }) => id), rest.next]).toEqual([['alr_2', 'alr_1'], undefined]);
    });

    it('is filtered without losing a page', async () => {
      const world = await filled();
      const odd = (alert: Alert): boolean => Number(alert.id.slice(-1)) % 2 === 1;
      const first = await world.store.inbox(ana, { limit: 2 }, odd);
      const rest = await world.store.inbox(ana, { limit: 2, from: first.next }, odd);
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(['alr_5', 'alr_3', 'alr_1']);
    });

    it('tells what is not read yet, the newest of it', async () => {
      const world = await filled();
      await world.journal.markAlertRead(ana, 'alr_5', world.clock.now());
      await world.journal.markAlertDismissed(ana, 'alr_2', world.clock.now());
      expect(await unreadOf(world)).toEqual(['alr_4', 'alr_3', 'alr_1']);
      expect((await world.store.unreadAlerts(ana, 2)).map(({ id }) => id)).toEqual(['alr_4', 'alr_3']);
    });
  });

  describe('the mail of a day', () => {
    it('goes to whoever was put on its list, once however often', async () => {
      const world = await open();
      for (const name of ['ben', 'ana', 'ben']) await world.journal.listForDigest(day('2026-05-11'), userId(name));
      await world.journal.listForDigest(day('2026-05-12'), userId('cora'));
      const page = await world.store.digestList(day('2026-05-11'), { limit: 1 });
      expect(page.items).toEqual(['ana']);
      const rest = await world.store.digestList(day('2026-05-11'), { limit: 10, from: page.next });
      expect(rest).toEqual({ items: ['ben'], next: undefined });
    });

    it('is a message that goes out once under its name, also after it was sent', async () => {
      const world = await open();
      const mail = { name: 'digest_1', message: aMail } as const;
      expect(await world.journal.queueOnce(mail, world.clock.now())).toBe(true);
      expect(await world.journal.queueOnce(mail, world.clock.now())).toBe(false);
      world.clock.advance(60);
      await world.outboxRows.markSent((await theDueRow(world)).id, world.clock.now());
      expect(await world.journal.queueOnce(mail, world.clock.now())).toBe(false);
      expect(await dueRows(world)).toEqual([]);
    });
  });
};
