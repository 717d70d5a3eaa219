import { runMessage } from '../../../shared/contracts/messages/run.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { runPorts } from './ports.ts';
import { validate } from './validate.ts';

const ports = runPorts();

export const handler = workerHandler(runMessage, (message, delivery) => validate(ports, message.runId, delivery));
