import * as z from 'zod';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { compactDatamarts } from '../../../shared/application/sweep/compact-datamarts.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { duckDbCompactor } from './duckdb-compactor.ts';

const ports = {
  ...tablePorts(),
  objects: objectStore('data'),
  folders: workFolders(),
  compactor: duckDbCompactor(),
};

export const handler = scheduleHandler(z.unknown(), () => compactDatamarts(ports));
