import { runMessage } from '../../../shared/contracts/messages/run.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { runPorts } from './ports.ts';
import { failHopeless, validate } from './validate.ts';

const ports = runPorts();

export const handler = workerHandler(runMessage, {
  work: ({ runId }, delivery) => validate(ports, runId, delivery),
  settle: ({ runId }, fault) => failHopeless(ports, runId, fault),
});
