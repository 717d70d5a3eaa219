import { notifyMessage } from '../../../shared/contracts/messages/notify.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { queues } from '../../../shared/wiring/queues.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { waits } from '../../../shared/wiring/waits.ts';
import { workflows } from '../../../shared/wiring/workflows.ts';
import { tell } from './tell.ts';

const ports = { ...tablePorts(), queues: queues('notify'), waits: waits(), workflows: workflows() };

export const handler = workerHandler(notifyMessage, { work: (message) => tell(ports, message) });
