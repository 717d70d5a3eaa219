import type { Meter } from '../application/ports/meter.ts';
import { env } from '../runtime/env.ts';
import { meterInto } from '../runtime/meter.ts';

/** What functions do is counted. */
export const meter = (): Meter => meterInto(env('METRICS_NAMESPACE'));

/** What a person does at a terminal is not: the counts would be lines on the screen. */
export const uncounted: Meter = { count: () => undefined };
