import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { TableRow, TableRows } from '../../../shared/application/ports/table-rows.ts';
import { partOf } from '../../../shared/verification/parts.ts';
import type { RowsByPart } from '../../../shared/verification/verify.ts';

// Written by this same process a moment ago, from rows that the table's adapter has checked.
const written = z.custom<TableRow>((value) => typeof value === 'object' && value !== null);
const rowIn = (line: string): TableRow => written.parse(JSON.parse(line));

/** Lays the rows of a table out on disk by part, so that judging takes no more memory than the largest part and the directory. */
export const spread = async (table: TableRows, folder: string): Promise<RowsByPart> => {
  const files = new Map<string, FileHandle>();
  const pathOf = (part: string): string => join(folder, `${part}.ndjson`);
  const fileOf = async (part: string): Promise<FileHandle> => {
    const file = files.get(part) ?? (await open(pathOf(part), 'a'));
    files.set(part, file);
    return file;
  };
  for await (const row of table.all()) {
    const file = await fileOf(partOf(row));
    await file.appendFile(`${JSON.stringify(row)}\n`);
  }
  for (const file of files.values()) await file.close();
  return {
    parts: [...files.keys()],
    async rowsOf(part) {
      if (!files.has(part)) return [];
      const rows: TableRow[] = [];
      const file = await open(pathOf(part));
      for await (const line of file.readLines()) rows.push(rowIn(line));
      return rows;
    },
  };
};
