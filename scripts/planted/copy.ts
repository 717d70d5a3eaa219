import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { toolEnvironment } from '../tool-environment.ts';
import type { Witness } from './plant.ts';

/** Made anew, or too much to copy. */
const leftOut = new Set(['node_modules', '.git', '.attest', 'dist', 'cdk.out']);

/** The sources in a folder of their own, over the same packages. */
export const copySources = (root: string): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'attest-planted-')));
  cpSync(root, folder, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

export const removeCopy = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A report joins the parts of a test's name with blanks, the pattern is matched against arrows between them. */
const patternOf = (test: string): string => test.replace(/[^\w ]/g, '\\$&').replaceAll(' ', '( > | )');

/** Runs these witnesses in a copy, and nothing beside them; what vitest reports of it. */
export const reportOf = async (folder: string, witnesses: readonly Witness[]): Promise<unknown> => {
  const file = join(folder, 'planted-report.json');
  rmSync(file, { force: true });
  const projects = [...new Set(witnesses.map(({ project }) => project))].flatMap((name) => ['--project', name]);
  const files = [...new Set(witnesses.map((witness) => witness.file))];
  const names = witnesses.map(({ test }) => patternOf(test)).join('|');
  const command = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...files, '--testNamePattern', names];
  const options = { cwd: folder, env: toolEnvironment(), stdio: 'ignore' } as const;
  await once(spawn(process.execPath, [...command, '--reporter=json', `--outputFile.json=${file}`], options), 'close');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
