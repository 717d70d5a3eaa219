import { api } from '../../../shared/wiring/api.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { eventDoors } from './doors.ts';

const ports = tablePorts();

export const handler = api(eventDoors(ports), ports);
