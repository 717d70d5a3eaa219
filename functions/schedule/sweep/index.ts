import * as z from 'zod';
import { dueList } from '../../../shared/wiring/due-list.ts';
import { leases } from '../../../shared/wiring/leases.ts';
import { meter } from '../../../shared/wiring/meter.ts';
import { relayPorts } from '../../../shared/wiring/relay.ts';
import { sweep } from '../../../shared/application/sweep/sweep.ts';
import { scheduleHandler } from '../../../shared/runtime/schedule-handler.ts';

const ports = { ...relayPorts(), dueList: dueList(), leases: leases() };

const counts = meter();

export const handler = scheduleHandler(z.unknown(), async () => {
  const report = await sweep(ports);
  counts.count([{ metric: 'OldestUnsentMessage', value: report.oldestUnsentSeconds }], ports.clock.now());
  return report;
});
