import { digestMail } from '../../domain/messaging/mail-texts.ts';
import { isMailAddress } from '../../domain/messaging/mail-address.ts';
import type { Agency } from '../../domain/agency/state.ts';
import type { User } from '../../domain/user/state.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { NotifyPorts } from './tell-people.ts';

const peopleAtATime = 50;

/** A mail with more lines is not read either: the newest are in it, all are in the Message Center. */
const alertsInMail = 100;

const sendTo = async (ports: NotifyPorts, agency: Agency, day: CalendarDate, user: User): Promise<void> => {
  if (!user.active || !isMailAddress(user.email)) return;
  const alerts = (await ports.store.unreadAlerts(user.id, alertsInMail))
    .filter((alert) => alert.digestOn === day)
    .toSorted((left, right) => (left.postedAt < right.postedAt ? -1 : 1));
  if (alerts.length === 0) return;
  const mail = digestMail(alerts, { origin: ports.origin, agencyName: agency.name });
  await ports.journal.queueOnce(
    { name: `digest_${day}_${user.id}`, message: { type: 'SEND_MAIL', to: user.email, ...mail } },
    ports.clock.now(),
  );
};

/** The one mail of a day, to each who was told something since the last and has not read it; a page of people at a time. */
export const sendDigests = async (ports: NotifyPorts, day: CalendarDate, from: string | undefined): Promise<void> => {
  const agency = await ports.store.load('agency', 'AGENCY');
  if (agency === undefined) throw new Error('the agency has no settings yet');
  const page = await ports.store.digestList(day, { limit: peopleAtATime, from });
  for (const { state } of await ports.store.loadMany('user', page.items)) await sendTo(ports, agency.state, day, state);
  if (page.next !== undefined)
    await ports.queues.sendNotification({ version: 1, type: 'SEND_DIGESTS', day, from: page.next });
};
