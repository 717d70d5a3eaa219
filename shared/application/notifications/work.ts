import { sealChains } from '../audit/seal-chains.ts';
import { deliverMessage } from './deliver-message.ts';
import { deliverNotification } from './deliver-notification.ts';
import { type DrainPorts, drainWaits } from './drain-waits.ts';
import { planReminders } from './plan-reminders.ts';
import { remind } from './remind.ts';
import { renewTimers } from './renew-timers.ts';
import { sendDigests } from './send-digests.ts';
import type { NotifyPorts } from './tell-people.ts';
import type { NotifyWork } from '../outbox.ts';
import { followMembers } from '../participants/follow-members.ts';
import type { PortsWithObjects } from '../ports/ports.ts';

/** Everything that some errand needs. */
export type NotifyWorkPorts = NotifyPorts & DrainPorts & PortsWithObjects;

/** One message of the notification queue: people to tell, or another errand. */
export const doNotifyWork = (ports: NotifyWorkPorts, work: NotifyWork): Promise<void> => {
  switch (work.type) {
    case 'NOTIFY':
      return deliverNotification(ports, work);
    case 'DELIVER_MESSAGE':
      return deliverMessage(ports, work.messageId, work.from);
    case 'SEAL_AUDIT':
      return sealChains(ports, work.certificationEventId, 'CLOSED').then(() => undefined);
    case 'DRAIN_WAITS':
      return drainWaits(ports, work.certificationEventId, work.from);
    case 'PLAN_REMINDERS':
      return planReminders(ports, work.certificationEventId, work.dueDate);
    case 'REMIND':
      return remind(ports, work, work.from);
    case 'SEND_DIGESTS':
      return sendDigests(ports, work.day, work.from);
    case 'RENEW_TIMERS':
      return renewTimers(ports);
    case 'RECONCILE_MEMBERS':
    case 'RECONCILE_PUBLISHED':
      return followMembers(ports, work, work.from);
  }
};
