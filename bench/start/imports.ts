import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { entryOf, type FunctionName, functionNames } from '../../infra/functions.ts';
import { environmentNames } from '../../shared/runtime/env.ts';
import { nodeAlone, startScript } from '../child.ts';
import { costRatio, type Figure, ratio } from '../figure.ts';
import { costOf } from '../programs/ask.ts';
import { builtFunctions } from '../programs/built-functions.ts';
import { programPath } from '../programs/bundled.ts';
import { toldInTurn } from '../rounds.ts';
import { root } from '../system/place.ts';

/** Everything a function may read when it starts; nothing of it is asked for anything here. */
const names = [...environmentNames, 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const environment = {
  ...Object.fromEntries(names.map((name) => [name, 'bench'])),
  ENGINE_SIZE: 'SMALL',
  AWS_REGION: 'us-east-1',
};

const importer = `
const begun = performance.now();
await import(process.env.BENCH_MODULE);
console.log('imported ' + (performance.now() - begun));
process.exit(0);
`;

/** Milliseconds of one import in a fresh process. */
const importOf = async (script: string, module: string): Promise<number> => {
  const child = startScript(script, { ...environment, BENCH_MODULE: module });
  const line = await child.said(/^imported /);
  await child.ended;
  return Number(line.split(' ')[1]);
};

/** Our own code in one file, its packages where npm put them: what a function would be without bundling. */
const unbundled = async (folder: string, name: FunctionName): Promise<string> => {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entryOf(name)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
};

/** C1 and the second half of C2: the engine to its first result, and each handler's import beside that of its packages. */
export const importFigures = async (rounds: number, say: (line: string) => void): Promise<readonly Figure[]> => {
  const built = await builtFunctions(say);
  await mkdir(join(root, '.attest'), { recursive: true });
  const folder = await mkdtemp(join(root, '.attest/bench-imports-'));
  try {
    const script = join(folder, 'importer.mjs');
    await writeFile(script, importer);
    const first = await programPath('first');
    const starts = await toldInTurn(rounds, {
      node: () => costOf(nodeAlone),
      engine: () => costOf(() => startScript(first).ended),
    });
    const figures: Figure[] = [
      costRatio('engine to its first result / node -e 0', starts('engine'), starts('node'), { id: 'C1', atMost: 2.2 }),
    ];
    for (const name of functionNames) {
      const apart = await unbundled(folder, name);
      const told = await toldInTurn(rounds, {
        bundled: () => importOf(script, join(built, name, 'index.mjs')),
        apart: () => importOf(script, apart),
      });
      const aim = name.startsWith('api-') ? ({ id: 'C2', atMost: 0.55 } as const) : undefined;
      figures.push(ratio(`import of ${name}: bundled / unbundled`, told('bundled'), told('apart'), aim));
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
