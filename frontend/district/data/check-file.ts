import { rowCheck } from '../../../shared/engine/ingest/check-row.ts';
import type { ColumnMapping } from '../../../shared/engine/ingest/job.ts';
import { orTold, type Problem, problemLog } from '../../../shared/engine/ingest/problem.ts';
import type { DatasetDeclaration } from '../../../shared/engine/declaration.ts';
import { type Cause, causesOf } from './causes.ts';
import { type Format, namesBeside, openFile } from './file-lines.ts';

export interface CheckedFile {
  readonly rows: number;
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly Problem[];
  readonly causes: readonly Cause[];
  /** The names in the file that are none of the dataset's own, known by the district's mapping or not. */
  readonly foreign: readonly string[];
  /** The columns of the dataset that stand in the file under no name of theirs. */
  readonly unnamed: readonly string[];
}

interface FileToCheck {
  readonly file: File;
  readonly format: Format;
  readonly declaration: DatasetDeclaration;
  /** What the district calls the columns of this dataset. */
  readonly mapping: ColumnMapping | undefined;
  readonly onProgress: (share: number) => void;
}

export const formatOf = (name: string): Format | undefined => {
  if (/\.csv$/i.test(name)) return 'CSV';
  return /\.(ndjson|jsonl|json)$/i.test(name) ? 'NDJSON' : undefined;
};

const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

/**
 * Checks a file by the dataset's declaration, row by row, with the readers and the check the system itself uses when the
 * file arrives. Nothing leaves this computer.
 */
export const checkFile = async (asked: FileToCheck): Promise<CheckedFile> => {
  const { file, format, declaration, mapping, onProgress } = asked;
  const check = rowCheck(declaration, { mapping });
  const log = problemLog();
  const keyColumns = declaration.key.map((name) => declaration.columns.findIndex((column) => column.name === name));
  const keys = new Set<string>();
  const takeKey = (cells: readonly (string | null)[], line: number): void => {
    const key = JSON.stringify(keyColumns.map((index) => cells[index]));
    if (!keys.has(key)) keys.add(key);
    else
      log.add({
        line,
        column: declaration.key.join(', '),
        code: 'DUPLICATE_KEY',
        detail: 'the same key stands in a line before',
      });
  };
  const share = (bytes: number): void => onProgress(Math.min(1, bytes / Math.max(1, file.size)));
  const { lines, titles } = await openFile({ file, format, declaration, mapping, onProgress: share }, log);
  const names = new Set(titles);
  let rows = 0;
  await orTold(log, async () => {
    for await (const batch of lines)
      for (const line of batch) {
        rows += 1;
        if ('defect' in line) {
          log.add({ line: line.number, column: line.column ?? null, ...line.defect });
          continue;
        }
        if (format === 'NDJSON') namesIn(line.value).forEach((name) => names.add(name));
        const { cells, problems } = check(line.value, line.number);
        problems.forEach((problem) => log.add(problem));
        if (problems.length === 0) takeKey(cells, line.number);
      }
  });
  return {
    rows,
    problemCount: log.count(),
    problems: log.reported(),
    causes: causesOf(log.remembered()),
    ...namesBeside(declaration, [...names]),
  };
};
