import { join } from 'node:path';
import { buildIfChanged } from '../../local/build/build.ts';
import { seedImageFolder } from '../../local/seed/seed-images.ts';
import { startRuntime } from '../../local/start.ts';
import { portBase, root } from './place.ts';

// A process of its own, so that whoever measures does not share its thread: it says where it answers and with which
// environment an operator works on it, and stops when its input ends, however its parent ended.
const stateDir = join(root, '.attest');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const runtime = await startRuntime({
  portBase,
  stateDir: join(stateDir, 'bench'),
  image: seedImageFolder(root, stateDir, { empty: false }),
  assemblyDir: buildIfChanged(root, stateDir, log),
  log,
});
const { url, environment, empty } = runtime;
process.stdout.write(`${JSON.stringify({ origin: url, environment, empty, pid: process.pid })}\n`);
process.stdin.resume().once('end', () => void runtime.stop().then(() => process.exit(0)));
