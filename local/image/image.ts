import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { dumpObjects, restoreObjects } from './object-image.ts';
import { dumpTable, restoreTable, wireItems } from './table-image.ts';

export interface ImageParts {
  readonly dynamodb: string;
  readonly tableNames: readonly string[];
  readonly objects: S3Store;
}

/**
 * An image is a folder with all tables, all objects and the files in which the other parts keep their state.
 * It is complete or absent: it is written beside its place and moved there at the end.
 */
export async function saveImage(folder: string, stateFolder: string, parts: ImageParts): Promise<void> {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'tables'), { recursive: true });
  for (const name of parts.tableNames) {
    writeFileSync(tableFile(draft, name), JSON.stringify(await dumpTable(parts.dynamodb, name)));
  }
  dumpObjects(parts.objects, join(draft, 'objects'));
  cpSync(stateFolder, join(draft, 'state'), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

/** Brings back tables and objects. The tables and buckets must exist and be empty. */
export async function restoreImage(folder: string, parts: ImageParts): Promise<void> {
  restoreObjects(parts.objects, join(folder, 'objects'));
  for (const name of parts.tableNames) {
    const file = tableFile(folder, name);
    if (!existsSync(file)) continue;
    await restoreTable(parts.dynamodb, name, wireItems.parse(JSON.parse(readFileSync(file, 'utf8'))));
  }
}

/** Brings back the files of the other parts. They read them when they are created, so this comes first. */
export function restoreState(folder: string, stateFolder: string): void {
  cpSync(join(folder, 'state'), stateFolder, { recursive: true });
}

function tableFile(folder: string, tableName: string): string {
  return join(folder, 'tables', `${tableName}.json`);
}
