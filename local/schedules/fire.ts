import { setTimeout as hostDelay } from 'node:timers/promises';
import { createFiring, deliver, deliverToDeadLetters, type Firing, FunctionFailed, type Targets } from './delivery.ts';
import { arnOfSchedule, type ScheduleDefinition } from './schedule.ts';

/**
 * AWS waits for minutes and tries for a day; what has not come through here after three tries will not come through.
 * Lambda itself retries a function that failed twice, whatever the schedule says.
 */
const mostRetries = 2;

export interface FireOptions {
  readonly targets: Targets;
  readonly log: (line: string) => void;
  /** Aborted when the runtime stops: no retry is waited for any more. */
  readonly signal: AbortSignal;
}

/**
 * Delivers one firing, with retries on the host clock. Never rejects, since nobody could act on it: what kept it from its
 * target goes to the dead-letter queue, what a function failed at only to the log.
 */
export async function fire(options: FireOptions, definition: ScheduleDefinition, scheduledAt: Date): Promise<void> {
  const firing = createFiring(definition, scheduledAt);
  const { targets, log, signal } = options;
  let attempt = 1;
  let failure = await failureOf(deliver(targets, firing, attempt));
  while (failure && attempt <= retriesFor(firing, failure) && !signal.aborted) {
    await failureOf(hostDelay(1000 * attempt, undefined, { signal }));
    attempt += 1;
    failure = await failureOf(deliver(targets, firing, attempt));
  }
  // Stopped on the way: it fires again at the next start.
  if (!failure || signal.aborted) return;
  log(`schedule ${arnOfSchedule(definition)} gave up on ${definition.Target.Arn}: ${failure.message}`);
  if (failure instanceof FunctionFailed) return;
  const lost = await failureOf(deliverToDeadLetters(targets, firing, failure, attempt));
  if (lost) log(`schedule ${arnOfSchedule(definition)} lost a dead letter: ${lost.message}`);
}

function retriesFor({ definition }: Firing, failure: Error): number {
  if (failure instanceof FunctionFailed) return mostRetries;
  return Math.min(mostRetries, definition.Target.RetryPolicy?.MaximumRetryAttempts ?? mostRetries);
}

async function failureOf(work: Promise<unknown>): Promise<Error | undefined> {
  try {
    await work;
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}
