import { rowCheck } from '../../../shared/engine/ingest/check-row.ts';
import { type Problem, problemLog } from '../../../shared/engine/ingest/problem.ts';
import type { DatasetDeclaration } from '../../../shared/engine/declaration.ts';
import { isUnreadable, readCsv, readNdjson, type FileRow } from './read-rows.ts';

export type Format = 'CSV' | 'NDJSON';

export interface CheckedFile {
  readonly rows: number;
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly Problem[];
}

export const formatOf = (name: string): Format | undefined => {
  if (/\.csv$/i.test(name)) return 'CSV';
  return /\.(ndjson|jsonl|json)$/i.test(name) ? 'NDJSON' : undefined;
};

/**
 * Checks a file by the dataset's declaration, row by row, with the check the system itself makes when the file arrives.
 * Nothing leaves this computer.
 */
export const checkFile = async (
  file: File,
  format: Format,
  declaration: DatasetDeclaration,
  onProgress: (share: number) => void,
): Promise<CheckedFile> => {
  const check = rowCheck(declaration);
  const log = problemLog();
  const keyColumns = declaration.key.map((name) => declaration.columns.findIndex((column) => column.name === name));
  const keys = new Set<string>();
  let rows = 0;
  const take = ({ line, value }: FileRow): void => {
    rows += 1;
    if (isUnreadable(value))
      return log.add({ line, column: null, code: 'MALFORMED_JSON', detail: 'the line is not JSON' });
    const { cells, problems } = check(value, line);
    problems.forEach((problem) => log.add(problem));
    const key = JSON.stringify(keyColumns.map((index) => cells[index]));
    if (keys.has(key))
      log.add({
        line,
        column: declaration.key.join(', '),
        code: 'DUPLICATE_KEY',
        detail: 'the same key stands in a line before',
      });
    else if (problems.length === 0) keys.add(key);
  };
  const read = format === 'CSV' ? readCsv : readNdjson;
  await read(file, take, (bytes) => onProgress(Math.min(1, bytes / Math.max(1, file.size))));
  return { rows, problemCount: log.count(), problems: log.reported() };
};
