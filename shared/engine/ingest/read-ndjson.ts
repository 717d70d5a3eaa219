import { handedBackLine } from './column-names.ts';
import { joined } from './joined.ts';
import { jsonDefect } from './json-defect.ts';
import { type Line, lineLimit, lineTooLong, type Reader } from './line.ts';
import { parseKeepingDigits } from './long-number.ts';
import type { Defect } from './problem.ts';
import { UnreadableFile } from './problem.ts';
import { decodeLine, foreignEncoding, withoutByteOrderMark } from './utf8.ts';

const lineFeed = 0x0a;

const malformed: Defect = { code: 'MALFORMED_JSON', detail: 'the line is not JSON' };

// What was handed back as no row is corrected where it stands: it is read as if it had come alone.
const parsed = (number: number, raw: string): Line => {
  try {
    const value = parseKeepingDigits(raw);
    const defect = jsonDefect(raw, value);
    const corrected = defect ? undefined : handedBackLine(value);
    return corrected === undefined ? { number, raw, ...(defect ?? { value }) } : parsed(number, corrected.trim());
  } catch {
    return { number, raw, defect: malformed };
  }
};

const lineOf = (number: number, bytes: Uint8Array): Line | undefined => {
  if (bytes.length > lineLimit) return { number, raw: '', defect: lineTooLong };
  const { text, defect } = decodeLine(bytes);
  if (defect) return { number, raw: text, defect };
  const raw = (number === 1 ? withoutByteOrderMark(text) : text).trim();
  return raw === '' ? undefined : parsed(number, raw);
};

/** One JSON value a line; empty lines and a byte order mark at the start are passed over. */
export const readNdjson: Reader = async function* (bytes) {
  let number = 0;
  let held: Uint8Array[] = [];
  let heldLength = 0;
  const take = (end: Uint8Array): Line | undefined => {
    number += 1;
    const line = lineOf(number, held.length === 0 ? end : joined([...held, end]));
    held = [];
    heldLength = 0;
    return line;
  };
  let begun = false;
  for await (const chunk of bytes) {
    const foreign = begun ? undefined : foreignEncoding(chunk.subarray(0, 4));
    if (foreign) throw new UnreadableFile(foreign, 1);
    begun = true;
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
