import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { beginStart } from './composition/begin.ts';
import { keptSeededMark } from './composition/beginning.ts';
import { buildIfChanged } from './build/build.ts';
import { preflight } from './preflight/preflight.ts';
import { claimSingleStart } from './preflight/single-start.ts';
import { runSeed, seedCommand } from './seed/seed-command.ts';
import { dropOldImages, seedImageFolder } from './seed/seed-images.ts';
import type { Runtime } from './start.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What was built and seeded serves every start of these sources. */
const sharedDir = join(root, '.attest');
const usualPort = 4600;
const quietWithinMs = 120_000;

const log = (line: string) => process.stderr.write(`${line}\n`);

try {
  const { values } = parseArgs({
    options: { empty: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
  });
  await main({ ...values, portBase: Number(process.env['PORT'] ?? usualPort) });
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  // Whatever was started ends with this process.
  process.exit(1);
}

/** From nothing to READY: check, build what changed, start the engines meanwhile, seed or take the seeded image. */
async function main(options: { empty: boolean; keep: boolean; portBase: number }): Promise<void> {
  const { portBase } = options;
  // A second runtime beside the usual one has its own data and logs.
  const stateDir = portBase === usualPort ? sharedDir : join(sharedDir, String(portBase));
  const keepDir = join(stateDir, 'keep');
  process.once('exit', claimSingleStart(stateDir, portBase));
  const started: { runtime?: Runtime } = {};
  stopOnSignal(() => started.runtime?.stop() ?? Promise.resolve());
  await preflight(portBase);
  const image = seedImageFolder(root, sharedDir, options);
  const places = { portBase, stateDir, image, ...(options.keep ? { keepDir } : {}) };
  const begun = await beginStart(places);
  const assemblyDir = buildIfChanged(root, sharedDir, log);
  // A build that fails while the parts are loading is told where its result is waited for.
  assemblyDir.catch(() => {});
  // Only now: loading all the parts takes as long as the table engine takes to start.
  enableCompileCache(join(sharedDir, 'compile-cache'));
  const { startRuntime } = await import('./start.ts');
  const runtime = await startRuntime({ ...places, begun, assemblyDir, log });
  started.runtime = runtime;
  if (runtime.empty) await seed(runtime, image, options.empty);
  if (options.keep) writeFileSync(keptSeededMark(keepDir), '');
  process.stdout.write(`READY ${runtime.url}\n${signInHint(runtime.people())}`);
}

function signInHint(people: readonly string[]): string {
  return people.length === 0 ? '' : `Sign in as ${people.join(', ')}\n`;
}

async function seed(runtime: Runtime, image: string, empty: boolean): Promise<void> {
  const command = seedCommand(root);
  if (!command) return;
  await runSeed(root, [...command, ...(empty ? ['--empty'] : [])], runtime.environment);
  if (await runtime.untilQuiet(quietWithinMs)) {
    await runtime.saveImage(image);
    dropOldImages(sharedDir);
  } else {
    log(
      `The seeded system was still at work after ${quietWithinMs / 1_000} s; it will be seeded again at the next start`,
    );
  }
}

/** While it is still starting there is nothing to put away: the children end with this process. */
function stopOnSignal(stopRuntime: () => Promise<void>): void {
  const stop = () => {
    stopRuntime().then(
      () => process.exit(0),
      (error: unknown) => {
        log(String(error));
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
}
