import {
  deliverNotification,
  type NotifyPorts,
} from '../../../shared/application/notifications/deliver-notification.ts';
import { type DrainPorts, drainWaits } from '../../../shared/application/notifications/drain-waits.ts';
import type { NotifyWork } from '../../../shared/application/outbox.ts';

/** One message of the queue: people to tell, or waits that a closing ends. */
export const tell = (ports: NotifyPorts & DrainPorts, work: NotifyWork): Promise<void> =>
  work.type === 'NOTIFY'
    ? deliverNotification(ports, work.notification, work.from)
    : drainWaits(ports, work.certificationEventId, work.from);
