import type { Measure, Meter } from '../application/ports/meter.ts';
import { metricDimension, metrics } from '../contracts/metrics.ts';
import { millisOf } from '../kernel/instant.ts';
import { logger } from './logger.ts';

const valuesOf = (measures: readonly Measure[]): Readonly<Record<string, readonly number[]>> => {
  const values: Record<string, number[]> = {};
  for (const { metric, value } of measures) (values[metric] ??= []).push(value);
  return values;
};

/**
 * Counts into CloudWatch's embedded metric format: a line of the log that CloudWatch reads numbers from, so that counting
 * asks no service of anything and cannot fail a command. The logger writes its own `service`, which is the dimension.
 */
export const meterInto = (namespace: string): Meter => ({
  count(measures, at, kind) {
    const values = valuesOf(measures);
    const directive = {
      Namespace: namespace,
      Dimensions: [Object.keys(metricDimension)],
      Metrics: Object.entries(metrics)
        .filter(([name]) => name in values)
        .map(([name, { unit }]) => ({ Name: name, Unit: unit })),
    };
    logger.info('counted', {
      ...values,
      ...(kind !== undefined && { kind }),
      _aws: { Timestamp: millisOf(at), CloudWatchMetrics: [directive] },
    });
  },
});
