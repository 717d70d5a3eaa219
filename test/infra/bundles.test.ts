import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleAll } from '../../infra/bundle/bundle.ts';
import { functionNames } from '../../infra/functions.ts';

const { functions, platform, arch } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
const runsSql = (name: string): boolean => functions[name].engine;

const partsOfTheEngine = [
  'engine-child.mjs',
  'node_modules/@duckdb/node-bindings',
  `node_modules/@duckdb/node-bindings-${platform}-${arch}`,
];

const builtInto = async (directory: string): Promise<string> => {
  await bundleAll(process.cwd(), directory, functionNames);
  const hash = createHash('sha256');
  for (const file of globSync('**/*.{mjs,map}', { cwd: directory }).sort())
    hash.update(file).update(readFileSync(join(directory, file)));
  return hash.digest('hex');
};

test('the same sources give the same bytes', async () => {
  const work = mkdtempSync(join(tmpdir(), 'attest-bundle-'));
  expect(await builtInto(join(work, 'a', 'functions'))).toBe(await builtInto(join(work, 'b', 'functions')));
});

test('a function that runs SQL carries the engine of its machine and the program that runs it', () => {
  const missing = functionNames
    .filter(runsSql)
    .flatMap((name) => partsOfTheEngine.map((part) => `dist/functions/${name}/${part}`))
    .filter((path) => !existsSync(path));
  expect(missing).toEqual([]);
  expect(functionNames.filter(runsSql)).toEqual(
    expect.arrayContaining(['worker-run-validation', 'worker-ingest-upload']),
  );
});

test('no other function carries it', () => {
  const carried = functionNames
    .filter((name) => !runsSql(name))
    .filter((name) => existsSync(`dist/functions/${name}/node_modules`));
  expect(carried).toEqual([]);
});

test.each(functionNames)('%s can be read by the engine that runs it', (name) => {
  const { status, stderr } = spawnSync(process.execPath, ['--check', `dist/functions/${name}/index.mjs`]);
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
});

test('a function that writes PDF files carries the letters, and no other does', () => {
  const carrying = functionNames.filter((name) => existsSync(`dist/functions/${name}/fonts/PublicSans-Regular.ttf`));
  expect(carrying).toEqual(['api-validation', 'api-reports', 'worker-run-validation', 'worker-run-validation-large']);
});

// DuckDB's library with its binding is 71.0 MB on Linux and x64. Maps are not read when a function starts.
test('the worker carries so little beside the engine that both stay below 75 MB', () => {
  const isCounted = (path: string): boolean => !path.includes('/node_modules/@duckdb/') && !path.endsWith('.map');
  const files = globSync('dist/functions/worker-run-validation/**/*').filter(isCounted);
  const bytes = files.map((path) => statSync(path)).reduce((sum, file) => (file.isFile() ? sum + file.size : sum), 0);
  expect(bytes).toBeGreaterThan(2_000_000);
  expect(bytes).toBeLessThan(4_000_000);
});

test.each(functionNames)('%s loads quickly: its code is below 1 MB packed', (name) => {
  expect(gzipSync(readFileSync(`dist/functions/${name}/index.mjs`)).byteLength).toBeLessThan(1_000_000);
});
