import { expect, test } from 'vitest';
import * as z from 'zod';
import { read } from './files.ts';

const dependencies = z.record(z.string(), z.string()).default({});
const lockfile = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional(), optionalDependencies: dependencies })),
});
const manifest = z.object({ dependencies, devDependencies: dependencies, optionalDependencies: dependencies });

const { packages } = lockfile.parse(JSON.parse(read('package-lock.json')));

/** Where Node would find `name` from `path`: in the folder itself or in one above it. */
function isLocked(path: string, name: string): boolean {
  if (`${path}/node_modules/${name}`.replace(/^\//, '') in packages) return true;
  return path !== '' && isLocked(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

test('the packages of every platform are locked, since npm refuses to install from a lockfile with holes', () => {
  const holes = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path} -> ${name}`),
  );
  expect(holes).toEqual([]);
  expect(isLocked('node_modules/esbuild', 'a-platform-never-published')).toBe(false);
});

test('every dependency is pinned to one version', () => {
  const named = manifest.parse(JSON.parse(read('package.json')));
  const ranges = Object.entries({ ...named.dependencies, ...named.devDependencies, ...named.optionalDependencies });
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lockfile names no host: a package is what its hash says, wherever it comes from', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
