import { joined } from '../joined.ts';
import { lineLimit } from '../line.ts';
import { type Defect, UnreadableFile } from '../problem.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const byteOrderMark: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

/** The bytes of one record, without its line end, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly bytes: Uint8Array;
}

export const unclosedQuote: Defect = {
  code: 'UNCLOSED_QUOTE',
  detail: 'a quoted value that begins here has no closing quote within 1 MB',
};

type State = 'FILE_START' | 'FIELD_START' | 'PLAIN' | 'QUOTED' | 'AFTER_QUOTE';

const next = (state: State, byte: number, delimiter: number): State => {
  if (state === 'FILE_START' && byteOrderMark.has(byte)) return 'FILE_START';
  if (state === 'QUOTED') return byte === quote ? 'AFTER_QUOTE' : 'QUOTED';
  if (byte === delimiter) return 'FIELD_START';
  if (byte === quote) return state === 'PLAIN' ? 'PLAIN' : 'QUOTED';
  if (state === 'FILE_START' || state === 'FIELD_START') return byte === space ? 'FIELD_START' : 'PLAIN';
  if (state === 'AFTER_QUOTE') return byte === space || byte === carriageReturn ? 'AFTER_QUOTE' : 'PLAIN';
  return 'PLAIN';
};

const inQuotes = (state: State): boolean => state === 'QUOTED';

/** The first record of a file that begins with these bytes; undefined when it has a quote that they do not close. */
export const firstRecord = (start: Uint8Array, delimiter: number): Uint8Array | undefined => {
  let state: State = 'FILE_START';
  for (const [at, byte] of start.entries()) {
    if (byte !== lineFeed) state = next(state, byte, delimiter);
    else if (!inQuotes(state)) return start.subarray(0, at);
  }
  return inQuotes(state) ? undefined : start;
};

/**
 * Cuts a file into records: a line feed ends one unless it stands in quotes (RFC 4180). Works on bytes, since no byte of
 * a longer UTF-8 character looks like a quote, a delimiter or a line feed.
 */
export const recordsOf = async function* (
  chunks: AsyncIterable<Uint8Array>,
  delimiter: number,
): AsyncGenerator<readonly CsvRecord[]> {
  let state: State = 'FILE_START';
  let line = 1;
  let beginsAt = 1;
  let held: Uint8Array[] = [];
  let heldLength = 0;
  const take = (end: Uint8Array): CsvRecord => {
    const record = { line: beginsAt, bytes: held.length === 0 ? end : joined([...held, end]) };
    held = [];
    heldLength = 0;
    state = 'FIELD_START';
    beginsAt = line;
    return record;
  };
  for await (const chunk of chunks) {
    const records: CsvRecord[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === lineFeed) {
        line += 1;
        if (inQuotes(state)) continue;
        records.push(take(chunk.subarray(from, at)));
        from = at + 1;
      } else state = next(state, byte, delimiter);
    }
    const rest = chunk.subarray(from, from + Math.max(0, lineLimit + 1 - heldLength));
    held.push(new Uint8Array(rest));
    heldLength += rest.length;
    if (records.length > 0) yield records;
    if (heldLength > lineLimit && inQuotes(state)) throw new UnreadableFile(unclosedQuote, beginsAt);
  }
  if (inQuotes(state)) throw new UnreadableFile(unclosedQuote, beginsAt);
  if (heldLength > 0) yield [take(new Uint8Array())];
};
