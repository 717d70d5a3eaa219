import type { DatasetDeclaration } from '../../../shared/engine/declaration.ts';
import { nameFinder } from '../../../shared/engine/ingest/column-names.ts';
import { readHeader, titlesIn } from '../../../shared/engine/ingest/csv/header.ts';
import { readCsv } from '../../../shared/engine/ingest/csv/read-csv.ts';
import type { ColumnMapping } from '../../../shared/engine/ingest/job.ts';
import { type Line, lineLimit } from '../../../shared/engine/ingest/line.ts';
import { orTold, type ProblemLog } from '../../../shared/engine/ingest/problem.ts';
import { readNdjson } from '../../../shared/engine/ingest/read-ndjson.ts';

export type Format = 'CSV' | 'NDJSON';

interface OpenedFile {
  readonly lines: AsyncIterable<readonly Line[]>;
  /** Told of every name that a column has in the file. */
  readonly titles: readonly string[];
}

interface ToOpen {
  readonly file: Blob;
  readonly format: Format;
  readonly declaration: DatasetDeclaration;
  readonly mapping: ColumnMapping | undefined;
  readonly onProgress: (bytes: number) => void;
}

const bytesOf = async function* ({ file, onProgress }: ToOpen): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = file.stream().getReader();
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.length;
    yield chunk.value;
    onProgress(bytes);
  }
};

const startOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.slice(0, lineLimit).arrayBuffer());

const none = async function* (): AsyncGenerator<readonly Line[], void, undefined> {};

/** A file whose header is wrong is not read on: each of its rows would be. */
const openCsv = async (asked: ToOpen, log: ProblemLog): Promise<OpenedFile> => {
  const start = await startOf(asked.file);
  const header = await orTold(log, async () => readHeader(start, asked.declaration, asked.mapping));
  for (const problem of header?.problems ?? []) log.add(problem);
  const isReadOn = header !== undefined && header.problems.length === 0;
  return {
    lines: isReadOn ? readCsv(header)(bytesOf(asked)) : none(),
    titles: header?.titles ?? titlesIn(start),
  };
};

/** Opens a file with the readers of the system itself. Nothing leaves this computer. */
export const openFile = async (asked: ToOpen, log: ProblemLog): Promise<OpenedFile> =>
  asked.format === 'CSV' ? openCsv(asked, log) : { lines: readNdjson(bytesOf(asked)), titles: [] };

/** The names of a file that are none of the dataset's own, and the columns that stand under no name of theirs. */
export const namesBeside = (declaration: DatasetDeclaration, titles: readonly string[]) => {
  const find = nameFinder(declaration, undefined);
  const own = new Set(titles.map(find));
  return {
    foreign: titles.filter((title) => find(title) === null),
    unnamed: declaration.columns.flatMap(({ name }) => (own.has(name) ? [] : [name])),
  };
};
