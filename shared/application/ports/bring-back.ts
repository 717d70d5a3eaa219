/** LOOK: nothing is written. MISSING: only what is not there. REPLACE: what is there and differs as well. */
export type Way = 'LOOK' | 'MISSING' | 'REPLACE';

/** Something that the restored copy holds and the stage does not, or not so. Never its content. */
export interface Finding {
  readonly name: string;
  readonly kind: 'MISSING' | 'DIFFERENT';
}
