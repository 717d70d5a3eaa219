import type { DecisionContext } from '../domain/decision.ts';

/** Who asks, picked up once at the door: actor, one clock reading, the agency, and the id that joins logs and audit. */
export interface Caller extends DecisionContext {
  readonly requestId: string;
  /** The version of the person as read. Where it is given, what he does is written only while he is still the same. */
  readonly actorVersion?: number | undefined;
}

/**
 * The same caller without the stamp. For submissions, whose ten write units leave none for it, and for the rows of a bulk
 * request, which would all collide on one person: their request as a whole carries it.
 */
export const unstamped = (caller: Caller): Caller => ({ ...caller, actorVersion: undefined });

/** A request that may be repeated: the same key and body get the first answer again. */
export interface RepeatKey {
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** The name under which idempotency records, refusals and audit entries know an actor. */
export const principalOf = (caller: Pick<Caller, 'actor'>): string =>
  caller.actor.kind === 'PERSON' ? caller.actor.user.id : `system:${caller.actor.name}`;
