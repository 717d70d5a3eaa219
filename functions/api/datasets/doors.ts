import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import type { Door } from '../../../shared/runtime/http/door.ts';
import { completeUploadDoor } from './complete-upload.ts';
import { createDatasetDoor } from './create-dataset.ts';
import { createUploadDoor } from './create-upload.ts';
import { getDataStatusDoor } from './get-data-status.ts';
import { getDatasetDoor } from './get-dataset.ts';
import { getUploadDoor } from './get-upload.ts';
import { listDatasetsDoor } from './list-datasets.ts';
import { listUploadErrorsDoor } from './list-upload-errors.ts';
import { replaceDatasetDoor } from './replace-dataset.ts';
import { resyncDataDoor } from './resync-data.ts';
import { setColumnMappingDoor } from './set-column-mapping.ts';
import { syncDataDoor } from './sync-data.ts';

export const datasetDoors = (ports: PortsWithObjects): readonly Door[] => [
  listDatasetsDoor(ports),
  getDatasetDoor(ports),
  createDatasetDoor(ports),
  replaceDatasetDoor(ports),
  createUploadDoor(ports),
  completeUploadDoor(ports),
  getUploadDoor(ports),
  listUploadErrorsDoor(ports),
  getDataStatusDoor(ports),
  syncDataDoor(ports),
  resyncDataDoor(ports),
  setColumnMappingDoor(ports),
];
