import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import type { IngestPorts } from '../../../shared/application/datasets/check-file.ts';
import type { TellPorts } from '../../../shared/application/notifications/tell-people.ts';
import { engineSizeNamed } from '../../../shared/domain/validation-run/engine-size.ts';
import { env } from '../../../shared/runtime/env.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { duckDbIngester } from './duckdb-ingester.ts';

/** What checking a delivered file needs. */
export const ingestPorts = (): IngestPorts & TellPorts => ({
  ...tablePorts(),
  objects: objectStore('data', 'uploads'),
  folders: workFolders(),
  ingester: duckDbIngester(engineSizeNamed(env('ENGINE_SIZE'))),
  origin: env('PUBLIC_ORIGIN'),
});
