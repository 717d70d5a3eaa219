import { copyFileSync, cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as buildPages } from 'vite';
import { addEngine, type Machine } from './bundle/engine-files.ts';
import { bundleAll, engineChild, fontFiles } from './bundle/bundle.ts';
import { entryOf, functionNames } from './functions.ts';

const root = new URL('..', import.meta.url).pathname;
const dist = join(root, 'dist');

/** Builds every function for a machine, by default this one: the same sources give the same bytes. */
const buildFor = async (machine: Machine): Promise<void> => {
  const missing = functionNames.map(entryOf).filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`These functions have no entry file:\n  ${missing.join('\n  ')}`);

  // Beside the last build, which stays whole when this one fails.
  const outdir = join(dist, 'functions.next');
  rmSync(outdir, { recursive: true, force: true });
  const bundles = await bundleAll(root, outdir, functionNames);
  const child = join(outdir, engineChild.file);
  for (const { name } of bundles.filter(({ engine }) => engine)) {
    addEngine(root, join(outdir, name), machine);
    for (const suffix of ['', '.map']) copyFileSync(child + suffix, join(outdir, name, engineChild.file + suffix));
  }
  for (const { name } of bundles.filter(({ prints }) => prints))
    cpSync(join(root, fontFiles), join(outdir, name, 'fonts'), { recursive: true });
  rmSync(join(dist, 'functions'), { recursive: true, force: true });
  renameSync(outdir, join(dist, 'functions'));
  const functions = Object.fromEntries(bundles.map(({ name, bytes, engine }) => [name, { bytes, engine }]));
  const manifest = { ...machine, functions } as const;
  writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
};

const { values } = parseArgs({ options: { platform: { type: 'string' }, arch: { type: 'string' } } });
await Promise.all([
  buildFor({ platform: values.platform ?? process.platform, arch: values.arch ?? process.arch }),
  buildPages({ configFile: join(root, 'frontend/vite.config.ts') }),
]);
