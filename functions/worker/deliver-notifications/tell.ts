import { deliverMessage } from '../../../shared/application/notifications/deliver-message.ts';
import {
  deliverNotification,
  type NotifyPorts,
} from '../../../shared/application/notifications/deliver-notification.ts';
import { type DrainPorts, drainWaits } from '../../../shared/application/notifications/drain-waits.ts';
import type { NotifyWork } from '../../../shared/application/outbox.ts';

/** One message of the queue: people to tell, a message of the state's to hand out, or waits that a closing ends. */
export const tell = (ports: NotifyPorts & DrainPorts, work: NotifyWork): Promise<void> => {
  switch (work.type) {
    case 'NOTIFY':
      return deliverNotification(ports, work.notification, work.from);
    case 'DELIVER_MESSAGE':
      return deliverMessage(ports, work.messageId, work.from);
    case 'DRAIN_WAITS':
      return drainWaits(ports, work.certificationEventId, work.from);
  }
};
