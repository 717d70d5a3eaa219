import type { DatasetDeclaration } from '../../declaration.ts';
import { columnNames } from '../column-names.ts';
import type { ColumnMapping } from '../job.ts';
import { type Defect, type Problem, UnreadableFile } from '../problem.ts';
import { decodeLine, foreignEncoding, withoutByteOrderMark } from '../utf8.ts';
import { type Split, splitRecord } from './fields.ts';
import { firstRecord, unclosedQuote } from './records.ts';

/** How the file is written (with a byte order mark or not), and which declared column each of its columns is; undefined: one that is passed over. */
export interface CsvHeader {
  readonly isMarked: boolean;
  readonly delimiter: string;
  readonly columns: readonly (string | undefined)[];
  readonly titles: readonly string[];
  readonly problems: readonly Problem[];
}

const usualDelimiters: readonly string[] = [',', ';', '\t', '|'];

// Any sign of one byte may stand between names, but none that names are made of.
const isDelimiter = (sign: string): boolean => sign < '\u007F' && !/[\w "\r\n]/.test(sign);

/** The delimiters a file may have by its first line, the usual ones first. */
const delimitersIn = (line: string): readonly string[] => [
  ...new Set([...usualDelimiters, ...Array.from(line).filter(isDelimiter)]),
];

const noHeader: Defect = { code: 'NO_HEADER', detail: 'the first line names no column of this dataset' };

const lineFeed = 0x0a;

const firstLineOf = (start: Uint8Array): Uint8Array => {
  const end = start.indexOf(lineFeed);
  return end < 0 ? start : start.subarray(0, end);
};

// A name in quotes may go on in the next line.
const titlesBy = (start: Uint8Array, delimiter: string): Split => {
  const record = firstRecord(start, delimiter.charCodeAt(0));
  if (record === undefined) return { defect: unclosedQuote };
  const { text, defect } = decodeLine(record);
  return defect ? { defect } : splitRecord(withoutByteOrderMark(text), delimiter);
};

const mostTitles = (start: Uint8Array, delimiters: readonly string[]): readonly string[] => {
  const splits = delimiters.map((delimiter) => titlesBy(start, delimiter));
  const fields = splits.flatMap((split) => ('defect' in split ? [] : [split.fields]));
  return fields.toSorted((left, right) => right.length - left.length)[0] ?? [];
};

/**
 * The names in the start of a file by which nothing is known: split by the delimiter that makes the most of it. Other signs
 * than the usual ones stand in names too, and are tried when those do not split it.
 */
export const titlesIn = (start: Uint8Array): readonly string[] => {
  const titles = mostTitles(start, usualDelimiters);
  return titles.length > 1 ? titles : mostTitles(start, delimitersIn(decodeLine(firstLineOf(start)).text));
};

// Why a header cannot be read to its end. Text behind a quote may as well be no header at all.
const endsNowhere = ({ code }: Defect): boolean => code === 'UNCLOSED_QUOTE' || code === 'INVALID_TEXT';

/**
 * Reads the header in the start of a file: it names the columns, and the delimiter is the one by which most of these names
 * are known, of two such the usual one. Throws UnreadableFile for a file that is no UTF-8 text.
 */
export const readHeader = (
  start: Uint8Array,
  declaration: DatasetDeclaration,
  mapping: ColumnMapping | undefined,
): CsvHeader => {
  const firstLine = firstLineOf(start);
  const foreign = foreignEncoding(firstLine);
  if (foreign) throw new UnreadableFile(foreign, 1);
  const { text, defect } = decodeLine(firstLine);
  if (defect) throw new UnreadableFile(defect, 1);
  const isMarked = withoutByteOrderMark(text) !== text;
  const splits = delimitersIn(text).map((delimiter) => ({ delimiter, split: titlesBy(start, delimiter) }));
  const candidates = splits.flatMap(({ delimiter, split }) => {
    if ('defect' in split) return [];
    const named = columnNames(declaration, mapping, split.fields);
    const known = named.columns.filter((column) => column !== undefined).length;
    return [{ delimiter, known, isMarked, titles: split.fields, ...named }];
  });
  const best = candidates.toSorted((left, right) => right.known - left.known)[0];
  if (best !== undefined && best.known > 0) return best;
  const defects = splits
    .slice(0, usualDelimiters.length)
    .flatMap(({ split }) => ('defect' in split ? [split.defect] : []));
  throw new UnreadableFile(defects.find(endsNowhere) ?? noHeader, 1);
};
