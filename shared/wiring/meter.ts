import type { Meter } from '../application/ports/meter.ts';
import { envIfGiven } from '../runtime/env.ts';
import { meterInto } from '../runtime/meter.ts';

/** Functions count; what a person does at a terminal is not counted. */
export const meter = (): Meter => {
  const namespace = envIfGiven('METRICS_NAMESPACE');
  return namespace === undefined ? { count: () => undefined } : meterInto(namespace);
};
