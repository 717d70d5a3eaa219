import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import { engineSizeNamed } from '../../../shared/domain/validation-run/engine-size.ts';
import { env } from '../../../shared/runtime/env.ts';
import type { Delivery } from '../../../shared/runtime/worker-handler.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import { leases } from '../../../shared/wiring/leases.ts';
import { meter } from '../../../shared/wiring/meter.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { duckDbEngine } from './duckdb-engine.ts';
import { ringsForGate } from './gate-fault.ts';
import { reportWriter } from './report-writer.ts';

/** What a validation needs: the table, the objects, leases and scratch space; the engine is each message's own. */
export const runPorts = (): Omit<RunPorts, 'engine'> => ({
  ...tablePorts(),
  objects: objectStore('data', 'reports'),
  leases: leases(),
  folders: workFolders(),
  reports: reportWriter(),
});

/** Makes the engine of one run, which has the time that is left of its delivery. */
export const enginesOfThisSize = ({ clock }: Pick<RunPorts, 'clock'>) => {
  const size = engineSizeNamed(env('ENGINE_SIZE'));
  const rings = ringsForGate({ clock, meter: meter() });
  return (runId: RunId, { remainingMillis }: Delivery): ValidationEngine =>
    duckDbEngine(size, remainingMillis, rings(runId));
};
