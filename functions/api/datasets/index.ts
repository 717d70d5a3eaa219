import { api } from '../../../shared/wiring/api.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { datasetDoors } from './doors.ts';

const ports = { ...tablePorts(), objects: objectStore('uploads') };

export const handler = api(datasetDoors(ports), ports);
