import * as z from 'zod';
import { compactDatamarts } from '../../../shared/application/sweep/compact-datamarts.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { compactionPorts } from './ports.ts';

const ports = compactionPorts();

export const handler = scheduleHandler(z.unknown(), () => compactDatamarts(ports));
