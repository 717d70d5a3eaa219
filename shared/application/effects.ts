import type { OutboxMessage } from './outbox.ts';
import type { Insert, Transition } from './ports/unit-of-work.ts';

/** What a happening drags along into the same transaction. */
export interface Effects {
  readonly transitions: readonly Transition[];
  readonly inserts: readonly Insert[];
  readonly outbox: readonly OutboxMessage[];
}

export const noEffects: Effects = { transitions: [], inserts: [], outbox: [] };

export const effects = (given: Partial<Effects>): Effects => ({ ...noEffects, ...given });

export const joined = (parts: readonly Effects[]): Effects => ({
  transitions: parts.flatMap((part) => part.transitions),
  inserts: parts.flatMap((part) => part.inserts),
  outbox: parts.flatMap((part) => part.outbox),
});
