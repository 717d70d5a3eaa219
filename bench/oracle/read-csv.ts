import { createReadStream } from 'node:fs';

const cells = (line: string): readonly (string | null)[] =>
  line.split(',').map((cell) => (cell === '' ? null : unquoted(cell)));

const unquoted = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** The cells of each line after the first, in the order of `columns`. The generator puts no comma and no line break into a text. */
export const eachRow = async (
  path: string,
  columns: readonly string[],
  row: (...cells: readonly (string | null)[]) => void,
): Promise<void> => {
  let places: readonly number[] | undefined;
  const take = (line: string): void => {
    const read = cells(line);
    if (places === undefined) places = columns.map((column) => read.indexOf(column));
    else row(...places.map((place) => read[place] ?? null));
  };
  let held = '';
  const chunks: AsyncIterable<string> = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
  for await (const chunk of chunks) {
    const lines = (held + chunk).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  if (held !== '') take(held);
};
