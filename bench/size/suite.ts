import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { functionNames } from '../../infra/functions.ts';
import type { Figure } from '../figure.ts';
import { builtFunctions } from '../programs/built-functions.ts';
import type { Suite } from '../suite.ts';

/** Of all files below a folder; maps are not read when a function starts and do not count. */
const bytesBelow = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

const bundleBytes = (folder: string, name: string): number => statSync(join(folder, name, 'index.mjs')).size;

/** What is deployed, in bytes. */
export const sizeSuite: Suite = {
  name: 'size',
  async run({ say }) {
    const folder = await builtFunctions(say);
    const bundles = functionNames.map((name): Figure => {
      const aim = name.startsWith('api-') ? ({ id: 'C2', atMost: 350_000 } as const) : undefined;
      return { name: `${name}: bundle`, value: bundleBytes(folder, name), unit: 'bytes', aim };
    });
    const worker = bytesBelow(join(folder, 'worker-run-validation')) / 1e6;
    return [
      ...bundles,
      { name: 'worker-run-validation: asset', value: worker, unit: 'MB', aim: { id: 'C2', atMost: 75 } },
    ];
  },
};
