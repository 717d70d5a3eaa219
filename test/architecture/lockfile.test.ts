import { expect, test } from 'vitest';
import * as z from 'zod';
import { read } from './files.ts';

const dependencies = z.record(z.string(), z.string()).default({});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      license: z.string().optional(),
      optionalDependencies: dependencies,
    }),
  ),
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
  expect(ranges.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lockfile names no host: a package is what its hash says, wherever it comes from', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('every package is what its hash says, or lies inside one that is', () => {
  const unproved = Object.entries(packages).filter(
    ([path, { integrity, inBundle }]) => path !== '' && integrity === undefined && inBundle !== true,
  );
  expect(unproved.map(([path]) => path)).toEqual([]);
});

test('only these packages run something of their own when they are installed, and setup lets none of them', () => {
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(scripted.map(([path]) => path)).toEqual(['node_modules/aws-lambda-ric', 'node_modules/esbuild']);
});

const licences = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0', 'Python-2.0'],
  ...['Unlicense', 'MIT OR Apache-2.0', '(MIT OR CC0-1.0)', '(MIT OR GPL-3.0-or-later)'],
  // Weak copyleft by file: used as they are, never changed.
  'MPL-2.0',
  // Data about browsers that a tool of the tests reads; it is named and never passed on.
  'CC-BY-4.0',
]);

/** What the manifest does not say, read in the package: public domain with parts under MIT and OFL; MIT. */
const readByUs = new Set(['node_modules/@uswds/uswds', 'node_modules/png-js']);

test('every package has a licence that a state can use and we can pass on', () => {
  const others = Object.entries(packages).filter(
    ([path, { license }]) => path !== '' && !licences.has(license ?? '') && !readByUs.has(path),
  );
  expect(others.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
});

test('what is deployed rests on no more than 25 packages of our choosing', () => {
  expect(Object.keys(manifest.parse(JSON.parse(read('package.json'))).dependencies).length).toBeLessThanOrEqual(25);
});
