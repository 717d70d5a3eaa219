import type { Defect } from './problem.ts';

/** One row of a file as it was delivered (`raw`): the value it holds, or why it holds none. Line numbers start at 1. */
export type Line = { readonly number: number; readonly raw: string } & (
  | { readonly value: unknown }
  | { readonly defect: Defect; readonly column?: string | null }
);

/** Turns the bytes of a file into lines, batch by batch; one per format. */
export type Reader = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<readonly Line[]>;

export const lineLimit = 1 << 20;

export const lineTooLong: Defect = { code: 'TOO_LONG', detail: 'the line is longer than 1 MB' };
