import type { Defect } from './problem.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

const decodes = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
};

// Every replacement character that was not there as such stands where the text broke off.
const firstBadByte = (bytes: Uint8Array): number => {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 4) {
    const middle = (good + bad) >> 1;
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good + 1;
};

// A character may be cut in the middle by the look itself: up to three bytes less must then decode.
const startsWell = (bytes: Uint8Array): boolean =>
  [0, 1, 2, 3].some((less) => decodes(bytes.subarray(0, Math.max(0, bytes.length - less))) !== undefined);

export interface Decoded {
  readonly text: string;
  /** Why the bytes are no UTF-8, with the place. */
  readonly defect?: Defect;
}

/** The text of one line, or where it stops being UTF-8. */
export const decodeLine = (bytes: Uint8Array): Decoded => {
  const text = decodes(bytes);
  if (text !== undefined) return { text };
  const detail = `the line is not UTF-8 text, from about byte ${firstBadByte(bytes).toLocaleString('en-US')} on`;
  return { text: lenient.decode(bytes), defect: { code: 'INVALID_TEXT', detail } };
};

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/** The encoding a file says it has when that is not UTF-8; a zero byte in its first line is UTF-16 without a mark. */
export const foreignEncoding = (start: Uint8Array): Defect | undefined => {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => start[at] === byte))?.[0];
  const name = marked ?? (start.includes(0) ? 'UTF-16 or a binary format' : undefined);
  return name === undefined ? undefined : { code: 'NOT_UTF8', detail: `the file is ${name}, not UTF-8 text` };
};

export const withoutByteOrderMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
