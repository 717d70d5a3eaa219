import type { DecisionContext } from '../domain/decision.ts';

/** Who asks, picked up once at the door: actor, one clock reading, the agency, and the id that joins logs and audit. */
export interface Caller extends DecisionContext {
  readonly requestId: string;
}

/** A request that may be repeated: the same key and body get the first answer again. */
export interface RepeatKey {
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** The name under which idempotency records, refusals and audit entries know an actor. */
export const principalOf = (caller: Pick<Caller, 'actor'>): string =>
  caller.actor.kind === 'PERSON' ? caller.actor.user.id : `system:${caller.actor.name}`;
