import type { ObjectStore } from '../application/ports/world.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Tables } from './tables.ts';

/**
 * A part of the table that is judged at once: one certification event with everything in it, the directory (agency, people,
 * categories, rules), the deliveries, or the journal (messages, kept requests, refusals). Parts stand by themselves but for
 * the directory, which says who somebody is; so a whole state's table never has to be held at once.
 */
export interface Part {
  readonly name: string;
  readonly own: Tables;
  readonly directory: Tables;
  readonly now: Instant;
  /** The rows are of a system that works: messages go out and jobs go on, so that how long they take can be judged. */
  readonly live: boolean;
  /** Undefined: nobody looks at the objects this time. */
  readonly objects: Pick<ObjectStore, 'fingerprint'> | undefined;
}

/** Violations as sentences that begin with where: `participant/evt_1/255901: ...`. Never student data. */
export type Found = readonly string[];

export interface Invariant {
  readonly number: number;
  /** As the file is called. */
  readonly slug: string;
  readonly sentence: string;
  readonly check: (part: Part) => Found | Promise<Found>;
}

export const none: Found = [];

/** A violation, or none. */
export const unless = (holds: boolean, where: string, what: string): Found => (holds ? none : [`${where}: ${what}`]);
