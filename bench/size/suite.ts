import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { functionNames } from '../../infra/functions.ts';
import type { Figure } from '../figure.ts';
import { builtFunctions } from '../programs/built-functions.ts';
import type { Suite } from '../suite.ts';

/** Of all files below a folder; maps are not read when a function starts and do not count. */
const bytesBelow = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** C2 counts minified bytes. What is deployed keeps its names: shortening them was measured and makes no import cheaper. */
const minifiedBytes = async (folder: string, name: string): Promise<number> => {
  const source = await readFile(join(folder, name, 'index.mjs'), 'utf8');
  const { code } = await transform(source, { minify: true, format: 'esm', target: 'node24' });
  return Buffer.byteLength(code);
};

/** What is deployed, in bytes. */
export const sizeSuite: Suite = {
  name: 'size',
  async run({ say }) {
    const folder = await builtFunctions(say);
    const bundles: Figure[] = [];
    for (const name of functionNames) {
      const aim = name.startsWith('api-') ? ({ id: 'C2', atMost: 350_000 } as const) : undefined;
      bundles.push({ name: `${name}: minified`, value: await minifiedBytes(folder, name), unit: 'bytes', aim });
    }
    const worker = bytesBelow(join(folder, 'worker-run-validation')) / 1e6;
    return [
      ...bundles,
      { name: 'worker-run-validation: asset', value: worker, unit: 'MB', aim: { id: 'C2', atMost: 75 } },
    ];
  },
};
