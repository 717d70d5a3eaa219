import type { User } from './user/state.ts';

/** Who decides: a person with his rights as stored, or a named part of the system (a flow, a worker, a timer). */
export type Actor =
  | { readonly kind: 'PERSON'; readonly user: User }
  | { readonly kind: 'SYSTEM'; readonly name: string };
