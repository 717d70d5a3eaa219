import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { problemAdvice } from '../../domain/dataset/problem-advice.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import { splitRecord } from './csv/fields.ts';
import type { CsvHeader } from './csv/header.ts';
import { withoutEmptyEnd } from './csv/read-csv.ts';
import { comparedName, isAnnotation, lineColumn, operationColumn } from './column-names.ts';
import type { Line } from './line.ts';
import type { ParquetFile } from './parquet/read-parquet.ts';
import type { Problem } from './problem.ts';

interface Note {
  readonly code: string;
  readonly fix: string;
}

/** What is said beside each refused row: the codes of its problems and what to do about them. */
export const notesByLine = (problems: readonly Problem[]): ReadonlyMap<number, Note> => {
  const byLine = Map.groupBy(
    problems.filter(({ line }) => line > 0),
    ({ line }) => line,
  );
  return new Map(
    [...byLine].map(([line, found]) => {
      const fixes = found.map(({ column, code }) => `${column === null ? '' : `${column}: `}${problemAdvice[code]}`);
      return [
        line,
        { code: [...new Set(found.map(({ code }) => code))].join(' '), fix: [...new Set(fixes)].join(' ') },
      ];
    }),
  );
};

const severity = 'FATAL';

/** How one refused row is written again, with the note beside it. */
export interface RowWriter {
  readonly head: string;
  readonly row: (line: Line, note: Note) => string;
}

const quoted = (text: string, delimiter: string): string =>
  /["\r\n]/.test(text) || text.includes(delimiter) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;

/** Values stay as they were delivered, since the file is to be corrected and sent again; earlier notes are left out. */
export const csvRows = ({ isMarked, delimiter, titles, columns }: CsvHeader): RowWriter => {
  const kept = titles.flatMap((title, at) => (isNote(title) ? [] : [at]));
  const record = (fields: readonly string[]): string =>
    `${fields.map((field) => quoted(field, delimiter)).join(delimiter)}\n`;
  return {
    // A spreadsheet knows by the mark how to read accents.
    head: (isMarked ? '\uFEFF' : '') + record([...kept.map((at) => titles[at] ?? ''), '_severity', '_code', '_fix']),
    row: ({ raw }, { code, fix }) => {
      const split = splitRecord(raw, delimiter);
      const fields = 'fields' in split ? withoutEmptyEnd(split.fields, columns.length) : [raw];
      // Values past the last column stay visible, in the last one.
      const last = fields.slice(columns.length - 1).join(delimiter);
      const held = [...fields.slice(0, columns.length - 1), last];
      return record([...kept.map((at) => held[at] ?? ''), severity, code, fix]);
    },
  };
};

const isNote = (title: string): boolean => isAnnotation(comparedName(title)) && comparedName(title) !== operationColumn;

export const ndjsonRows: RowWriter = {
  head: '',
  row: (line, { code, fix }) => {
    const note = { _severity: severity, _code: code, _fix: fix };
    const value = 'value' in line ? line.value : undefined;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return `${JSON.stringify(isObject ? { ...value, ...note } : { ...note, [lineColumn]: line.raw })}\n`;
  },
};

/** Reads the file a second time and writes the rows that have a note, as far as problems were remembered. */
export const writeRefusedRows = async (
  lines: AsyncIterable<readonly Line[]>,
  notes: ReadonlyMap<number, Note>,
  writer: RowWriter,
  target: string,
): Promise<number> => {
  const out = createWriteStream(target, { flags: 'wx' });
  const last = Math.max(0, ...notes.keys());
  let rows = 0;
  out.write(writer.head);
  try {
    for await (const batch of lines) {
      for (const line of batch) {
        const note = notes.get(line.number);
        if (note === undefined) continue;
        rows += 1;
        if (!out.write(writer.row(line, note))) await once(out, 'drain');
      }
      if ((batch.at(-1)?.number ?? 0) >= last) break;
    }
  } finally {
    out.end();
    await finished(out);
  }
  return rows;
};

/** The same of a Parquet file, whose rows are copied as they are; a column of it may have any name. */
export const copyRefusedRows = async (
  connection: DuckDBConnection,
  { sql, titles }: ParquetFile,
  notes: ReadonlyMap<number, Note>,
  target: string,
): Promise<number> => {
  await connection.run('CREATE TABLE refused (":row" BIGINT, _severity VARCHAR, _code VARCHAR, _fix VARCHAR)');
  const appender = await connection.createAppender('refused');
  for (const [line, { code, fix }] of notes) {
    appender.appendBigInt(BigInt(line));
    for (const text of [severity, code, fix]) appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
  const kept = titles.filter((title) => !isNote(title)).map(quotedName);
  const numbered = kept.map((name, at) => `${name} AS c${at}`);
  const named = kept.map((name, at) => `c${at} AS ${name}`);
  await connection.run(
    `COPY (SELECT ${[...named, '_severity', '_code', '_fix'].join(', ')}
        FROM (SELECT ${[...numbered, 'row_number() OVER () AS number'].join(', ')} FROM ${sql})
        JOIN refused ON number = ":row" ORDER BY number)
      TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
  );
  return notes.size;
};
