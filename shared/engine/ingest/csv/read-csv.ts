import { type Line, lineLimit, lineTooLong } from '../line.ts';
import type { Defect } from '../problem.ts';
import { decodeLine } from '../utf8.ts';
import { splitRecord } from './fields.ts';
import type { CsvHeader } from './header.ts';
import { type CsvRecord, recordsOf } from './records.ts';

const fieldCount = (found: number, wanted: number): Defect => ({
  code: 'WRONG_FIELD_COUNT',
  detail: `the line has ${found.toLocaleString('en-US')} values, the first line names ${wanted} columns`,
});

// Spreadsheets write a delimiter after the last value; an empty value past the last column says nothing.
export const withoutEmptyEnd = (fields: readonly string[], wanted: number): readonly string[] =>
  fields.length > wanted && fields.slice(wanted).every((field) => field === '') ? fields.slice(0, wanted) : fields;

const lineOf = ({ line: number, bytes }: CsvRecord, { delimiter, columns }: CsvHeader): Line | undefined => {
  if (bytes.length > lineLimit) return { number, raw: '', defect: lineTooLong };
  const { text: raw, defect } = decodeLine(bytes);
  if (defect) return { number, raw, defect };
  if (raw === '' || raw === '\r') return undefined;
  const split = splitRecord(raw, delimiter);
  if ('defect' in split) return { number, raw, defect: split.defect };
  const fields = withoutEmptyEnd(split.fields, columns.length);
  if (fields.length !== columns.length) return { number, raw, defect: fieldCount(fields.length, columns.length) };
  const value: { [column: string]: string | null } = {};
  columns.forEach((column, at) => {
    const field = fields[at];
    if (column !== undefined) value[column] = field === undefined || field === '' ? null : field;
  });
  return { number, raw, value };
};

/** The rows of a CSV file whose header is known; an empty value is no value, empty lines are passed over. */
export const readCsv = (header: CsvHeader) =>
  async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
    let first = true;
    for await (const records of recordsOf(bytes, header.delimiter.charCodeAt(0))) {
      const rows = first ? records.slice(1) : records;
      first = false;
      const lines = rows.map((record) => lineOf(record, header)).filter((line) => line !== undefined);
      if (lines.length > 0) yield lines;
    }
  };
