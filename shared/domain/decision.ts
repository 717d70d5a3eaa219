import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { Actor } from './actor.ts';
import type { Agency } from './agency/state.ts';
import type { Refusal } from './refusal.ts';

/** What every decision may look at besides the state: who asks, the one clock reading of the command, the agency's settings. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly agency: Agency;
}

/** What happened, in order, or why not. An empty list is a success without effect. */
export type Decision<Happening> = Result<readonly Happening[], Refusal>;
