/**
 * Bundles the functions and synthesizes the template, unless neither a source nor what was made of it has changed.
 * `node scripts/assemble.ts` leaves dist/functions and cdk.out; exits 1 when a step fails. Two at once: one waits.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exclusively } from './setup/exclusive.mjs';
import { toolEnvironment } from './tool-environment.ts';

const STAMP = '.attest/assembly.stamp';
const MANIFEST = 'cdk.out/manifest.json';
const SOURCES = ['{infra,functions,shared,statemachines,frontend}/**/*', 'cdk.json', 'package-lock.json'];
const STEPS = [['infra/build.ts'], ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet']];

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const sourcesDigest = () =>
  globSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(\.test\.ts|\.md)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((path) => `${path} ${digest(readFileSync(path, 'utf8'))}`)
    .join('\n');

/** The manifest is part of the stamp: a synth by hand, for another stage, is not what the tests are about. */
const currentStamp = () =>
  existsSync(MANIFEST) && existsSync('dist/functions')
    ? digest(sourcesDigest() + readFileSync(MANIFEST, 'utf8'))
    : undefined;

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === currentStamp();

async function assemble(): Promise<boolean> {
  if (isCurrent()) return true;
  rmSync(STAMP, { force: true });
  for (const step of STEPS) {
    console.log(`assemble: ${step.join(' ')}`);
    const { status } = spawnSync(process.execPath, step, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: toolEnvironment(),
    });
    if (status !== 0) return false;
  }
  mkdirSync('.attest', { recursive: true });
  writeFileSync(STAMP, currentStamp() ?? '');
  return true;
}

const done = await exclusively('.attest/assembly.lock', {
  work: assemble,
  onWait: (owner) => console.log(`assemble: process ${String(owner)} is at it, waiting.`),
});
process.exitCode = done ? 0 : 1;
