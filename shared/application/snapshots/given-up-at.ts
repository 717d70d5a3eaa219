import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';

/** Two hours, after which its flow has been ended whatever it did, and a quarter of an hour for its beginning. */
export const patienceSeconds = 8_100;

/** When nobody can be at work any more on a snapshot that was asked for then. */
export const givenUpAt = (requestedAt: Instant): Instant =>
  instantFromMillis(millisOf(requestedAt) + patienceSeconds * 1_000);
