import * as z from 'zod';
import { applyRetention } from '../../../shared/application/retention/apply-retention.ts';
import { env } from '../../../shared/runtime/env.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';

const ports = { ...tablePorts(), objects: objectStore('data', 'reports') };
const retentionYears = z.coerce.number().int().min(1).parse(env('RETENTION_YEARS'));

export const handler = scheduleHandler(z.unknown(), () => applyRetention(ports, retentionYears));
