import { api } from '../../../shared/wiring/api.ts';
import { retentionYears } from '../../../shared/wiring/retention.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { eventDoors } from './doors.ts';

const ports = { ...tablePorts(), retentionYears: retentionYears() };

export const handler = api(eventDoors(ports), ports);
