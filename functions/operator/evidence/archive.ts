import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceFile } from '../../../shared/application/evidence/files.ts';
import type { ObjectStore } from '../../../shared/application/ports/world.ts';
import { type Entry, zip } from '../../../shared/engine/report/zip.ts';

const entryOf = async (objects: ObjectStore, folder: string, file: EvidenceFile, index: number): Promise<Entry> => {
  if ('text' in file) return { name: file.path, content: textOf(file.text) };
  const local = join(folder, String(index));
  await objects.download(file.bucket, file.object, local);
  return { name: file.path, content: createReadStream(local) };
};

const textOf = async function* (text: string): AsyncGenerator<string> {
  yield text;
};

/** The files as one archive; each object is fetched when its turn comes and checked against the hash in the list. */
export const archiveOf = (objects: ObjectStore, folder: string, files: readonly EvidenceFile[]) => {
  const entries = async function* (): AsyncGenerator<Entry> {
    for (const [index, file] of files.entries()) yield await entryOf(objects, folder, file, index);
  };
  return zip(entries());
};
