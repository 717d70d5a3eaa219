import { parse, type ParseStepResult } from 'papaparse';

/** One row of a file with the line it begins in, or null where the line holds no JSON. */
export interface FileRow {
  readonly line: number;
  readonly value: unknown;
}

export type TakeRow = (row: FileRow) => void;

const unreadable = Symbol('unreadable');

const parsedLine = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
};

export const isUnreadable = (value: unknown): boolean => value === unreadable;

/** One JSON object a line, however large the file is. */
export const readNdjson = async (file: File, take: TakeRow, onProgress: (bytes: number) => void): Promise<void> => {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  let line = 0;
  let characters = 0;
  const takeLine = (text: string): void => {
    line += 1;
    if (text.trim() !== '') take({ line, value: parsedLine(text) });
  };
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    characters += chunk.value.length;
    const lines = (held + chunk.value).split('\n');
    held = lines.pop() ?? '';
    lines.forEach(takeLine);
    onProgress(characters);
  }
  if (held !== '') takeLine(held);
};

/** A header, then a record a line; an empty cell is no value. Quoted line ends count as the lines they are. */
export const readCsv = (file: File, take: TakeRow, onProgress: (bytes: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let line = 2;
    parse<Record<string, string>>(file, {
      header: true,
      skipEmptyLines: 'greedy',
      step: ({ data, meta }: ParseStepResult<Record<string, string>>) => {
        const values = Object.entries(data).map(([name, text]) => [name.trim(), text === '' ? null : text]);
        take({ line, value: Object.fromEntries(values) });
        line += 1 + Object.values(data).reduce((sum, text) => sum + text.split('\n').length - 1, 0);
        onProgress(meta.cursor);
      },
      complete: () => resolve(),
      error: reject,
    });
  });
