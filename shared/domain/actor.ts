import type { User } from './user/state.ts';

/** Who decides: a person with his rights as stored, or a named part of the system (a flow, a worker, a timer). */
export type Actor =
  | { readonly kind: 'PERSON'; readonly user: User }
  | { readonly kind: 'SYSTEM'; readonly name: string };

/** The person of a command that only people can give. A part of the system giving it is a fault. */
export const personOf = (actor: Actor): User => {
  if (actor.kind === 'PERSON') return actor.user;
  throw new Error(`${actor.name} gave a command that only a person can give`);
};
