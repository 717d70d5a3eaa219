import type { Defect } from './problem.ts';

/** One line of a file: the value it holds, or why it holds none. */
export type Line =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly defect: Defect };

/** Turns the bytes of a file into lines, batch by batch; one per format. */
export type Reader = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<readonly Line[]>;

const lineLimit = 1 << 20;
const lineFeed = 0x0a;

const tooLong: Defect = { code: 'TOO_LONG', detail: 'the line is longer than 1 MB' };
const notUtf8: Defect = { code: 'INVALID_TEXT', detail: 'the line is not UTF-8 text' };
const malformed: Defect = { code: 'MALFORMED_JSON', detail: 'the line is not JSON' };

const decoder = new TextDecoder('utf-8', { fatal: true });

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

const parsed = (number: number, text: string): Line => {
  try {
    return { number, value: JSON.parse(text) };
  } catch {
    return { number, defect: malformed };
  }
};

const lineOf = (number: number, bytes: Uint8Array): Line | undefined => {
  if (bytes.length > lineLimit) return { number, defect: tooLong };
  const text = decoded(bytes);
  if (text === undefined) return { number, defect: notUtf8 };
  return text.trim() === '' ? undefined : parsed(number, text);
};

/** One JSON value a line; empty lines and a byte order mark at the start are passed over. */
export const readNdjson: Reader = async function* (bytes) {
  let number = 0;
  let held: Uint8Array[] = [];
  let heldLength = 0;
  const take = (end: Uint8Array): Line | undefined => {
    number += 1;
    const line = lineOf(number, held.length === 0 ? end : Buffer.concat([...held, end]));
    held = [];
    heldLength = 0;
    return line;
  };
  for await (const chunk of bytes) {
    const lines: Line[] = [];
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      const line = take(chunk.subarray(from, to));
      if (line) lines.push(line);
      from = to + 1;
    }
    // Of a line past the limit only as much is held as shows that it is.
    const rest = chunk.subarray(from, from + Math.max(0, lineLimit + 1 - heldLength));
    held.push(rest);
    heldLength += rest.length;
    if (lines.length > 0) yield lines;
  }
  const last = heldLength > 0 ? take(new Uint8Array()) : undefined;
  if (last) yield [last];
};
