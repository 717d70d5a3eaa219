import * as z from 'zod';
import { dueList } from '../../../shared/wiring/due-list.ts';
import { leases } from '../../../shared/wiring/leases.ts';
import { relayPorts } from '../../../shared/wiring/relay.ts';
import { sweep } from '../../../shared/application/sweep/sweep.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';

const ports = { ...relayPorts(), dueList: dueList(), leases: leases() };

export const handler = scheduleHandler(z.unknown(), () => sweep(ports));
