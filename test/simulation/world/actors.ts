import { AsyncLocalStorage } from 'node:async_hooks';
import type { Outcome } from './outcome.ts';

/** Something that runs by itself: one invocation of a function, until it answers, fails or is killed. */
export interface Actor {
  readonly name: string;
  readonly skewMillis: number;
  alive: boolean;
  /** Not alive because its time was over. */
  timedOut: boolean;
  done: boolean;
  /** Calls that wait for their turn. */
  parked: number;
  /** Work on files, whose end no turn decides. */
  onFiles: number;
}

/** What a call of a killed function meets. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

interface Place {
  readonly actor: Actor;
  /** Set while a transfer reads files and has not come to the wire yet. */
  readonly transfer: { arrived: boolean } | undefined;
}

const places = new AsyncLocalStorage<Place>();

export const newActor = (name: string, skewMillis: number): Actor => ({
  name,
  skewMillis,
  alive: true,
  timedOut: false,
  done: false,
  parked: 0,
  onFiles: 0,
});

export const isKilled = ({ alive }: Actor): boolean => !alive;

/** How an invocation ended that did not come to its end. */
export const endOf = ({ timedOut }: Actor): Outcome<never> => ({ kind: timedOut ? 'TIMED_OUT' : 'KILLED' });

export const actorNow = (): Actor | undefined => places.getStore()?.actor;

export const actAs = <Value>(actor: Actor, work: () => Promise<Value>): Promise<Value> =>
  places.run({ actor, transfer: undefined }, work);

/** Marks work that reads a file before it calls: until then nobody may think that the actor only waits for its turn. */
export const transferring = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  const actor = actorNow();
  if (actor === undefined) return work();
  const transfer = { arrived: false };
  actor.onFiles += 1;
  try {
    return await places.run({ actor, transfer }, work);
  } finally {
    if (!transfer.arrived) actor.onFiles -= 1;
  }
};

/** The call has come to the wire. */
export const arrive = (): Actor | undefined => {
  const place = places.getStore();
  if (place?.transfer?.arrived === false) {
    place.transfer.arrived = true;
    place.actor.onFiles -= 1;
  }
  return place?.actor;
};

export const isBusy = ({ done, parked, onFiles }: Actor): boolean => !done && (parked === 0 || onFiles > 0);
