import type { Door } from '../../../shared/runtime/http/door.ts';
import { getEventReportDoor } from './get-event-report.ts';
import type { ReportAreaPorts } from './ports.ts';

export const reportDoors = (ports: ReportAreaPorts): readonly Door[] => [getEventReportDoor(ports)];
