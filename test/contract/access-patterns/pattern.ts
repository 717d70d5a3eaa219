import type { World } from '../world.ts';

/** One way in which the table is used: in words, and as the call that does it. */
export interface Pattern {
  readonly what: string;
  readonly run: (world: World) => Promise<unknown>;
}
