import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes: readonly { readonly content: string }[];
  readonly licenses: readonly unknown[];
}

const { components }: { readonly components: readonly Component[] } = JSON.parse(
  execFileSync(process.execPath, ['scripts/sbom/main.ts'], { encoding: 'utf8' }),
);
const { packages }: { readonly packages: Readonly<Record<string, { version: string; dev?: boolean }>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const direct = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);

test('the list of what is deployed has every package of the lockfile that is not for development, once', () => {
  const locked = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version}`);
  expect(components.map(({ name, version }) => `${name}@${version}`).toSorted()).toEqual(
    [...new Set(locked)].toSorted(),
  );
});

test('it has all that the functions import, though a tool of the tests needs it too', () => {
  const names = components.map(({ name }) => name);
  expect(direct.filter((name) => !names.includes(name))).toEqual([]);
});

test('each of them has a licence and the hash of what is installed', () => {
  expect(components.filter(({ licenses }) => licenses.length === 0).map(({ name }) => name)).toEqual([]);
  expect(components.filter(({ hashes }) => hashes[0]?.content.length !== 128).map(({ name }) => name)).toEqual([]);
});
