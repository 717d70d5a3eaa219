import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { ingestUpload } from '../../../shared/application/datasets/ingest.ts';
import { ingestMessage } from '../../../shared/contracts/messages/ingest.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { duckDbIngester } from './duckdb-ingester.ts';

const ports = {
  ...tablePorts(),
  objects: objectStore('data', 'uploads'),
  folders: workFolders(),
  ingester: duckDbIngester(),
};

export const handler = workerHandler(ingestMessage, (message) => ingestUpload(ports, message.uploadId));
