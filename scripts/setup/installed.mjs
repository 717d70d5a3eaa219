import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] left out on a platform it is not for
 * @property {boolean} [inBundle] unpacked inside another package
 */

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed. npm writes that
 * record last, so an interrupted install has none; and a developer's `npm install` is recognised like our own.
 * @param {string} root
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(record);
  return Object.entries(wanted).every(([path, want]) => {
    const have = present[path];
    return have ? have.version === want.version && have.integrity === want.integrity : want.optional === true;
  });
}

/**
 * How many of the packages every platform needs are unpacked so far: npm tells nothing while it works.
 * @param {string} root
 */
export function progressOf(root) {
  const needed = Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([, want]) => !want.optional && !want.inBundle)
    .map(([path]) => join(root, path, 'package.json'));
  return { done: needed.filter((manifest) => existsSync(manifest)).length, total: needed.length };
}

/**
 * @param {string} lockfile
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(lockfile) {
  const { '': _theProjectItself, ...packages } = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  return packages;
}
