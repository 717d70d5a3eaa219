import type { SetName } from './district/sizes.ts';
import type { Figure } from './figure.ts';
import type { System } from './system/running.ts';

/** How much is measured. */
export interface Size {
  readonly starts: number;
  /** Of whole jobs, after one that does not count. */
  readonly rounds: number;
  /** Findings of reports that are written once in each format, beside those of 100,000. */
  readonly reportRows: readonly number[];
  /** Of single requests. */
  readonly requests: number;
  /** The last hour before a due date, and what goes on after it. */
  readonly load: { readonly districts: number; readonly schools: number; readonly soakSeconds: number };
  /** The districts that the engine is measured on. */
  readonly sets: { readonly small: SetName; readonly middle: SetName; readonly biggest: SetName };
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
