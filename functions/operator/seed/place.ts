import type { Caller } from '../../../shared/application/caller.ts';
import type { EntityName, KeyOf, StateOf } from '../../../shared/application/entities.ts';
import { type Introduction, introduce } from '../../../shared/application/directory/introduce.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Transition } from '../../../shared/application/ports/unit-of-work.ts';
import type { Agency } from '../../../shared/domain/agency/state.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

/** What every part of the seed works with. */
export interface Seed {
  readonly ports: Ports;
  readonly caller: Caller;
}

export const seedCaller = (agency: Agency, now: Instant): Caller => ({
  actor: { kind: 'SYSTEM', name: 'seed' },
  now,
  agency,
  requestId: 'seed',
});

/** The first version of something. */
export const first = <Name extends EntityName>(entity: Name, key: KeyOf<Name>, after: StateOf<Name>): Transition =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a name with its own key and state is one arm of the union, which the compiler cannot see through the type parameter
  ({ entity, key, before: null, after, command: 'introduce' }) as Transition;

export const put = ({ ports, caller }: Seed, name: string, introduction: Introduction): Promise<void> =>
  introduce(ports, caller, name, introduction);
