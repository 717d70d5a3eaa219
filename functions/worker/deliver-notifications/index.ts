import { queues } from '../../../shared/wiring/queues.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { waits } from '../../../shared/wiring/waits.ts';
import { workflows } from '../../../shared/wiring/workflows.ts';
import { deliverNotification } from '../../../shared/application/notifications/deliver-notification.ts';
import { drainWaits } from '../../../shared/application/notifications/drain-waits.ts';
import { notifyMessage } from '../../../shared/contracts/messages/notify.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';

const ports = { ...tablePorts(), queues: queues('notify'), waits: waits(), workflows: workflows() };

export const handler = workerHandler(notifyMessage, (message) =>
  message.type === 'NOTIFY'
    ? deliverNotification(ports, message.notification, message.from)
    : drainWaits(ports, message.certificationEventId, message.from),
);
