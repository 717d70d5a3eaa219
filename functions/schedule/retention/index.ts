import * as z from 'zod';
import { applyRetention } from '../../../shared/application/retention/apply-retention.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { retentionYears } from '../../../shared/wiring/retention.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';

const ports = { ...tablePorts(), objects: objectStore('data', 'reports') };
const years = retentionYears();

export const handler = scheduleHandler(z.unknown(), () => applyRetention(ports, years));
