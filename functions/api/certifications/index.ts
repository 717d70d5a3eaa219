import { api } from '../../../shared/wiring/api.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { certificationDoors } from './doors.ts';

const ports = { ...tablePorts(), objects: objectStore('data') };

export const handler = api(certificationDoors(ports), ports);
