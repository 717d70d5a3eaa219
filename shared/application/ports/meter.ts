import type { MetricName } from '../../contracts/metrics.ts';
import type { Instant } from '../../kernel/instant.ts';

/** One number of one metric. */
export interface Measure {
  readonly metric: MetricName;
  readonly value: number;
}

/** Counts what was committed. `kind` tells counts of one metric apart for whoever reads the log; it is a code, never input. */
export interface Meter {
  count(measures: readonly Measure[], at: Instant, kind?: string): void;
}
