import { runMessage } from '../../../shared/contracts/messages/run.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { failHopeless } from './fail-hopeless.ts';
import { enginesOfThisSize, runPorts } from './ports.ts';
import { validate } from './validate.ts';

const ports = runPorts();
const engineWithin = enginesOfThisSize(ports);

export const handler = workerHandler(runMessage, {
  work: ({ runId }, delivery) => validate({ ...ports, engine: engineWithin(runId, delivery) }, runId, delivery),
  settle: ({ runId }, fault) => failHopeless(ports, runId, fault),
});
