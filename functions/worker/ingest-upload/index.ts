import { ingestUpload } from '../../../shared/application/datasets/ingest.ts';
import { ingestMessage } from '../../../shared/contracts/messages/ingest.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { ingestPorts } from './ports.ts';

const ports = ingestPorts();

export const handler = workerHandler(ingestMessage, { work: ({ uploadId }) => ingestUpload(ports, uploadId) });
