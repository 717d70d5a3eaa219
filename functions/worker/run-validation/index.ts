import { leases } from '../../../shared/wiring/leases.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { runMessage } from '../../../shared/contracts/messages/run.ts';
import { workerHandler } from '../../../shared/runtime/worker-handler.ts';
import { duckDbEngine } from './duckdb-engine.ts';
import { reportWriter } from './report-writer.ts';
import { validate } from './validate.ts';

const ports = {
  ...tablePorts(),
  objects: objectStore('data', 'reports'),
  leases: leases(),
  folders: workFolders(),
  engine: duckDbEngine(),
  reports: reportWriter(),
};

export const handler = workerHandler(runMessage, (message, delivery) => validate(ports, message.runId, delivery));
