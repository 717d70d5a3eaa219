import type { Meter } from '../../../shared/application/ports/meter.ts';
import { sweep, type SweepPorts, type SweepReport } from '../../../shared/application/sweep/sweep.ts';

/** Sweeps, and counts how long the oldest message had waited: a number in each period, also when nothing waits. */
export const sweepAndCount = async (ports: SweepPorts, meter: Meter): Promise<SweepReport> => {
  const report = await sweep(ports);
  meter.count([{ metric: 'OldestUnsentMessage', value: report.oldestUnsentSeconds }], ports.clock.now());
  return report;
};
