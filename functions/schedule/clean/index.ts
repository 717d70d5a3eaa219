import * as z from 'zod';
import { cleanVersions } from '../../../shared/application/sweep/clean-versions.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';

const ports = { ...tablePorts(), objects: objectStore('data') };

export const handler = scheduleHandler(z.unknown(), () => cleanVersions(ports));
