import { api } from '../../../shared/wiring/api.ts';
import { printer } from '../../../shared/engine/report/print/printer.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { reportDoors } from './doors.ts';

const ports = { ...tablePorts(), printer: printer() };

export const handler = api(reportDoors(ports), ports);
