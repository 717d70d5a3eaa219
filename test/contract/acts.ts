import { expect } from 'vitest';
import type { EntityName, StateOf, Versioned } from '../../shared/application/entities.ts';
import type { Commit, CommitOutcome, Transition, TransitionOf } from '../../shared/application/ports/unit-of-work.ts';
import { aStateUser, person } from '../builders/people.ts';
import { keyOfState } from './samples/entities.ts';
import type { World } from './world.ts';

/** A commit by Sam of the state, now, of nothing but what is given. */
const aCommit = (world: World, changes: Partial<Commit>): Commit => ({
  actor: person(aStateUser('sam')),
  now: world.clock.now(),
  requestId: 'request-1',
  transitions: [],
  ...changes,
});

export const changing = <Name extends EntityName>(
  entity: Name,
  before: Versioned<StateOf<Name>>,
  after: StateOf<Name>,
): TransitionOf<Name> => ({ entity, key: keyOfState[entity](after), before, after, command: 'change' });

export const commit = (world: World, changes: Partial<Commit>): Promise<CommitOutcome> =>
  world.unitOfWork.commit(aCommit(world, changes));

export const mustCommit = async (world: World, changes: Partial<Commit>): Promise<void> => {
  expect(await commit(world, changes)).toEqual({ kind: 'COMMITTED' });
};

/** Creates entities, each in a commit of its own, and moves the clock a second on after each. */
export const given = async (world: World, ...transitions: readonly Transition[]): Promise<void> => {
  for (const one of transitions) {
    await mustCommit(world, { transitions: [one] });
    world.clock.advance(1);
  }
};

export const loaded = async <Name extends EntityName>(
  world: World,
  entity: Name,
  state: StateOf<Name>,
): Promise<Versioned<StateOf<Name>>> => {
  const read = await world.store.load(entity, keyOfState[entity](state));
  if (!read) throw new Error(`${entity} is not there`);
  return read;
};
