import * as z from 'zod';
import { dueList } from '../../../shared/wiring/due-list.ts';
import { leases } from '../../../shared/wiring/leases.ts';
import { meter } from '../../../shared/wiring/meter.ts';
import { relayPorts } from '../../../shared/wiring/relay.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';
import { sweepAndCount } from './sweep-and-count.ts';

const ports = { ...relayPorts(), dueList: dueList(), leases: leases() };
const counts = meter();

export const handler = scheduleHandler(z.unknown(), () => sweepAndCount(ports, counts));
