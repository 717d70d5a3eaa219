import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { seedImageFolder } from '../../local/seed/seed-images.ts';
import { startScript } from '../child.ts';
import { startAndStop } from '../start/start-and-stop.ts';
import { root } from './place.ts';

const systemSchema = z.object({
  origin: z.string(),
  environment: z.record(z.string(), z.string()),
  empty: z.literal(false),
  pid: z.int(),
});

/** A seeded system with nothing done to it yet. `environment` is what an operator's process needs, `pid` the process
 * that everything of it runs in or below. */
export type System = z.output<typeof systemSchema>;

export interface SystemOnDemand {
  readonly running: () => Promise<System>;
  readonly stop: () => Promise<void>;
}

export const systemOnDemand = (say: (line: string) => void): SystemOnDemand => {
  const start = async () => {
    if (!existsSync(seedImageFolder(root, `${root}.attest`, { empty: false }))) {
      say('seeding once ...');
      await startAndStop();
    }
    const child = startScript(fileURLToPath(new URL('serve.ts', import.meta.url)));
    const system = systemSchema.parse(JSON.parse(await child.said(/^\{/)));
    return {
      system,
      stop: async () => {
        child.process.stdin?.end();
        await child.ended;
      },
    };
  };
  let running: ReturnType<typeof start> | undefined;
  return {
    running: async () => (await (running ??= start())).system,
    stop: async () => (await running?.catch(() => undefined))?.stop(),
  };
};
