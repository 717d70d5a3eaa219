import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runSeed, seedCommand } from '../../local/seed/seed-command.ts';
import { dropOldImages, seedImageFolder } from '../../local/seed/seed-images.ts';
import { type Runtime, type RuntimeOptions, startRuntime } from '../../local/start.ts';
import { exclusively } from '../../scripts/setup/exclusive.mjs';

const root = process.cwd();
const shared = join(root, '.attest');
const quietWithinMs = 120_000;

// Each suite has ports and a folder of its own; logs of the functions stay there for whoever looks.
const portBase = Number(process.env['TEST_PORTS'] ?? 5_110);
export const stateDir = join(shared, 'acceptance', String(portBase));
const place = { portBase, assemblyDir: join(root, 'cdk.out'), stateDir, isBrief: true };

const seed = async (image: string): Promise<void> => {
  const command = seedCommand(root);
  if (!command) throw new Error('package.json names no seed');
  const runtime = await startRuntime({ ...place, log: () => undefined });
  try {
    await runSeed(root, command, runtime.environment);
    if (!(await runtime.untilQuiet(quietWithinMs))) throw new Error('the seeded system does not come to rest');
    await runtime.saveImage(image);
    dropOldImages(shared);
  } finally {
    await runtime.stop();
  }
};

type Ears = Pick<RuntimeOptions, 'log' | 'overhear'>;

// The files of a suite share one worker and one system in it, which begins again for each and ends with the worker.
let ofTheFileBefore: Runtime | undefined;

/**
 * The seeded system as it is at its start, from the image `npm start` keeps, which is made first where these sources have none yet.
 * Only warm functions are there from the file before.
 */
export const seededSystem = async (ears: Ears): Promise<Runtime> => {
  const running = ofTheFileBefore;
  // Where it does not come up again, nothing is left of it, and the next file starts its own.
  ofTheFileBefore = undefined;
  ofTheFileBefore = running ? await running.beginAgain(ears) : await startSeeded(ears);
  return ofTheFileBefore;
};

const startSeeded = async (ears: Ears): Promise<Runtime> => {
  const image = seedImageFolder(root, shared, { empty: false });
  await exclusively(join(shared, 'seed.lock'), {
    work: async () => {
      if (!existsSync(image)) await seed(image);
    },
    onWait: () => undefined,
  });
  return startRuntime({ ...place, image, ...ears });
};
