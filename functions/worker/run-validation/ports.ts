import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import { engineSizeNamed } from '../../../shared/domain/validation-run/engine-size.ts';
import { env } from '../../../shared/runtime/env.ts';
import type { Delivery } from '../../../shared/runtime/worker-handler.ts';
import { leases } from '../../../shared/wiring/leases.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { duckDbEngine } from './duckdb-engine.ts';
import { reportWriter } from './report-writer.ts';

/** What a validation needs: the table, the objects, leases and scratch space; the engine is each message's own. */
export const runPorts = (): Omit<RunPorts, 'engine'> => ({
  ...tablePorts(),
  objects: objectStore('data', 'reports'),
  leases: leases(),
  folders: workFolders(),
  reports: reportWriter(),
});

/** Makes the engine of one message, which has the time that is left of its delivery. */
export const enginesOfThisSize = (): ((delivery: Delivery) => ValidationEngine) => {
  const size = engineSizeNamed(env('ENGINE_SIZE'));
  return ({ remainingMillis }) => duckDbEngine(size, remainingMillis);
};
