import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtFrom } from '../build/build.ts';
import { contentHash } from '../build/content-hash.ts';

const keptImages = 4;

/**
 * Where the seeded system of these sources is kept. The date is part of it, since a seed opens its windows around today;
 * so are the sources of the runtime, since they write and read the image. The pages are none of it: they only show.
 */
export function seedImageFolder(root: string, stateDir: string, options: { empty: boolean }): string {
  const date = new Date().toISOString().slice(0, 10);
  const seededBy = builtFrom.filter((source) => source !== 'frontend');
  const hash = contentHash(root, [...seededBy, 'seed-data', 'local']);
  return join(stateDir, 'seed', `${hash}-${date}${options.empty ? '-empty' : ''}`);
}

/** Removes the oldest images beyond a few: of other sources, of other days. */
export function dropOldImages(stateDir: string): void {
  const folder = join(stateDir, 'seed');
  if (!existsSync(folder)) return;
  const images = readdirSync(folder).map((name) => join(folder, name));
  const newestFirst = images.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const image of newestFirst.slice(keptImages)) rmSync(image, { recursive: true, force: true });
}
