import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';

/** The runtime of the deployed functions; TypeScript is run directly from it. */
const REQUIRED_MAJOR = 24;

/**
 * Refuses before anything is downloaded when neither the lockfile nor the machine has a Node 24.
 * @param {string} root
 */
export function requireUsableNode(root) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!(carriedPackage() in optionalDependencies) && !ownNodeSuffices()) throw nodeMissing();
}

/**
 * The carried Node where the platform has one, else the person's own.
 * @param {string} root
 */
export function nodeToUse(root) {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const carried = join(root, 'node_modules', carriedPackage(), 'bin', binary);
  if (existsSync(carried)) return carried;
  if (ownNodeSuffices()) return process.execPath;
  throw nodeMissing();
}

function carriedPackage() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function ownNodeSuffices() {
  return Number.parseInt(process.versions.node, 10) >= REQUIRED_MAJOR;
}

function nodeMissing() {
  const here = `${process.platform}-${process.arch}`;
  return new SetupFailure(
    `${here} needs its own Node ${REQUIRED_MAJOR} or newer (this is ${process.version}): install it from nodejs.org, then run this again.`,
  );
}
