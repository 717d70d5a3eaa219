import { open } from 'node:fs/promises';
import { UnreadableFile } from '../problem.ts';

// Of thousands of row groups of a thousand columns; DuckDB takes many times as much memory to read it.
const footerLimit = 16_000_000;
const endBytes = 8;

export const requireAtMost = (count: number, limit: number, what: string): void => {
  if (count <= limit) return;
  const detail = `the file holds more than ${limit.toLocaleString('en-US')} ${what}`;
  throw new UnreadableFile({ code: 'FILE_TOO_LARGE', detail });
};

/** A Parquet file ends with a description of itself, its length in four bytes, and a mark: throws UnreadableFile when it is long. */
export const requireShortFooter = async (path: string): Promise<void> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(endBytes);
    await file.read(end, 0, endBytes, Math.max(0, size - endBytes));
    // A length past the file is no length: DuckDB says that the file is torn.
    const length = end.readUInt32LE(0);
    if (length < size) requireAtMost(length, footerLimit, 'bytes of description of itself');
  } finally {
    await file.close();
  }
};
