import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';

/** Everything a bundle or a template is made of. */
export const builtFrom = [
  'cdk.context.json',
  'cdk.json',
  'docs/openapi.json',
  'frontend',
  'functions',
  'infra',
  'package-lock.json',
  'package.json',
  'shared',
  'statemachines',
];

/**
 * Builds the functions and synthesizes the template, unless neither has changed since the last time.
 * Resolves with the folder of the assembly; rejects with what the failing step printed.
 */
export async function buildIfChanged(root: string, stateDir: string, log: (line: string) => void): Promise<string> {
  const assembly = join(root, 'cdk.out');
  const mark = join(stateDir, 'built');
  const hash = contentHash(root, builtFrom);
  const upToDate =
    existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(join(assembly, 'manifest.json'));
  if (upToDate) return assembly;
  rmSync(mark, { force: true });
  for (const script of ['build', 'synth']) {
    const begun = Date.now();
    await runScript(root, script);
    log(`${script}: ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
  }
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(mark, hash);
  return assembly;
}

/** Runs a script of package.json; its words appear only when it fails. */
function runScript(root: string, script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { cwd: root, shell: process.platform === 'win32' });
    const end = () => child.kill();
    process.once('exit', end);
    const words: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => words.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`"npm run ${script}" failed:\n${Buffer.concat(words).toString()}`));
    });
  });
}
