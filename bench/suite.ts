import type { Figure } from './figure.ts';
import type { System } from './system/running.ts';

/** How much is measured. */
export interface Size {
  readonly starts: number;
  /** Of whole jobs, after one that does not count. */
  readonly rounds: number;
  /** Of single requests. */
  readonly requests: number;
}

export interface Bench {
  readonly size: Size;
  readonly say: (line: string) => void;
  /** The one seeded system of this run, started when it is first asked for. */
  readonly system: () => Promise<System>;
}

export interface Suite {
  readonly name: string;
  /** Throws when an answer is wrong, however fast it was. */
  readonly run: (bench: Bench) => Promise<readonly Figure[]>;
}
