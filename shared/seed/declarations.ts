import { readdir, readFile } from 'node:fs/promises';
import { type DatasetDeclaration, datasetDeclarationSchema } from '../engine/declaration.ts';

const folder = new URL('declarations/', import.meta.url);

/** The dataset declarations of the seeded state, by name. Throws on one that contradicts itself. */
export const seedDeclarations = async (): Promise<DatasetDeclaration[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return texts.map((text) => datasetDeclarationSchema.parse(JSON.parse(text)));
};
