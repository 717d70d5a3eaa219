import { FlowError } from './flow-error.ts';

/** 256 KiB as UTF-8, for the input and the output of every task, state and execution. */
export const mostPayloadBytes = 262_144;

/** JSON text as it goes into the history; nothing is null, as a function that returns nothing. */
export function encode(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** Throws States.DataLimitExceeded, which no Retry and no Catch stops, when the text is over the limit. */
export function assertWithinLimit(text: string, what: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= mostPayloadBytes) return;
  const cause = `The ${what} has a size of ${bytes} bytes, exceeding the maximum number of bytes service limit (${mostPayloadBytes})`;
  throw new FlowError('States.DataLimitExceeded', cause, true);
}
