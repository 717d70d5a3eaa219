import { ingestWork } from '../../../shared/contracts/messages/ingest.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { ingestPorts } from './ports.ts';
import { work } from './work.ts';

const ports = ingestPorts();

export const handler = workerHandler(ingestWork, { work: (message) => work(ports, message) });
