import { doNotifyWork } from '../../../shared/application/notifications/work.ts';
import { notifyMessage } from '../../../shared/contracts/messages/notify.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { notifyPorts } from '../../../shared/wiring/notify.ts';

const ports = notifyPorts();

export const handler = workerHandler(notifyMessage, { work: (message) => doNotifyWork(ports, message) });
