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

export const describeAlerts = (open: OpenWorld): void => {
  describe('an alert', () => {
    it('is posted once, and its mail with it', async () => {
      const world = await open();
      const mail = { name: 'mail_1', message: aMail } as const;
      expect(await world.journal.postAlert(anAlert(), mail)).toBe(true);
      expect(await world.journal.postAlert(anAlert({ name: 'Again' }), mail)).toBe(false);
      expect(await world.journal.postAlert(anAlert({ id: alertId('alr_2') }), null)).toBe(true);
      expect(await world.store.alertsOf(ana)).toEqual([anAlert(), anAlert({ id: alertId('alr_2') })]);
      expect(await world.store.alertsOf(userId('ben'))).toEqual([]);
      world.clock.advance(60);
      expect((await dueRows(world)).map(({ message }) => message)).toEqual([aMail]);
    });

    it('goes without its mail when another about the same occasion took it along', async () => {
      const world = await open();
      const mail = { name: 'mail_1', message: aMail } as const;
      expect(await world.journal.postAlert(anAlert(), mail)).toBe(true);
      expect(await world.journal.postAlert(anAlert({ id: alertId('alr_2') }), mail)).toBe(true);
      expect(await world.store.alertsOf(ana)).toHaveLength(2);
      world.clock.advance(60);
      expect(await dueRows(world)).toHaveLength(1);
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
