import type { DatasetDeclaration } from '../../declaration.ts';
import { columnNames } from '../column-names.ts';
import type { ColumnMapping } from '../job.ts';
import { type Defect, type Problem, UnreadableFile } from '../problem.ts';
import { decodeLine, foreignEncoding, withoutByteOrderMark } from '../utf8.ts';
import { splitRecord } from './fields.ts';

/** How the file is written, and which declared column each of its columns is; undefined: one that is passed over. */
export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly (string | undefined)[];
  readonly titles: readonly string[];
  readonly problems: readonly Problem[];
}

const delimiters = [',', ';', '\t', '|'] as const;

const noHeader: Defect = { code: 'NO_HEADER', detail: 'the first line names no column of this dataset' };

/** The names in a first line by which nothing is known: split by the delimiter that makes the most of it. */
export const titlesIn = (firstLine: Uint8Array): readonly string[] => {
  const line = withoutByteOrderMark(decodeLine(firstLine).text);
  const splits = delimiters.map((delimiter) => splitRecord(line, delimiter));
  const fields = splits.flatMap((split) => ('defect' in split ? [] : [split.fields]));
  return fields.toSorted((left, right) => right.length - left.length)[0] ?? [];
};

/**
 * Reads the first line: it names the columns, and the delimiter is the one by which most of these names are known.
 * Throws UnreadableFile for a file that is no UTF-8 text.
 */
export const readHeader = (
  firstLine: Uint8Array,
  declaration: DatasetDeclaration,
  mapping: ColumnMapping | undefined,
): CsvHeader => {
  const foreign = foreignEncoding(firstLine);
  if (foreign) throw new UnreadableFile(foreign, 1);
  const { text, defect } = decodeLine(firstLine);
  if (defect) throw new UnreadableFile(defect, 1);
  const line = withoutByteOrderMark(text);
  const candidates = delimiters.flatMap((delimiter) => {
    const split = splitRecord(line, delimiter);
    if ('defect' in split) return [];
    const named = columnNames(declaration, mapping, split.fields);
    const known = named.columns.filter((column) => column !== undefined).length;
    return [{ delimiter, known, titles: split.fields, ...named }];
  });
  const best = candidates.toSorted((left, right) => right.known - left.known)[0];
  if (best === undefined || best.known === 0) throw new UnreadableFile(noHeader, 1);
  return best;
};
