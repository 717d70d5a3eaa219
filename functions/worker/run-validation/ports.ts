import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import { engineSizeNamed } from '../../../shared/domain/validation-run/engine-size.ts';
import { env } from '../../../shared/runtime/env.ts';
import { leases } from '../../../shared/wiring/leases.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { duckDbEngine } from './duckdb-engine.ts';
import { reportWriter } from './report-writer.ts';

/** What a validation needs: the table, the objects, leases, scratch space, and the engine in its own process. */
export const runPorts = (): RunPorts => ({
  ...tablePorts(),
  objects: objectStore('data', 'reports'),
  leases: leases(),
  folders: workFolders(),
  engine: duckDbEngine(engineSizeNamed(env('ENGINE_SIZE'))),
  reports: reportWriter(),
});
