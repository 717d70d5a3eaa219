import { queues } from '../../../shared/adapters/compose/queues.ts';
import { tablePorts } from '../../../shared/adapters/compose/table.ts';
import { waits } from '../../../shared/adapters/compose/waits.ts';
import { workflows } from '../../../shared/adapters/compose/workflows.ts';
import { deliverNotification } from '../../../shared/application/notifications/deliver-notification.ts';
import { drainWaits } from '../../../shared/application/notifications/drain-waits.ts';
import { notifyMessage } from '../../../shared/contracts/messages/notify.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';

const ports = { ...tablePorts(), queues: queues(['notify']), waits: waits(), workflows: workflows([]) };

export const handler = workerHandler(notifyMessage, (message) =>
  message.type === 'NOTIFY'
    ? deliverNotification(ports, message.notification, message.from)
    : drainWaits(ports, message.certificationEventId, message.from),
);
