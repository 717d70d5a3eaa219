import { nodeAlone } from '../child.ts';
import { ratio, seconds } from '../figure.ts';
import { inTurn } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { importFigures } from './imports.ts';
import { startAndStop } from './start-and-stop.ts';

/** From the command to READY, everything built and seeded before; the round that does not count sees to that. */
export const startSuite: Suite = {
  name: 'start',
  async run({ size, say }) {
    const toReady: number[] = [];
    const times = await inTurn(size.starts, {
      node: nodeAlone,
      start: async () => toReady.push(await startAndStop()),
    });
    const counted = toReady.slice(1);
    return [
      seconds('node -e 0', times('node')),
      seconds('npm start to READY', counted),
      ratio('npm start to READY / node -e 0', counted, times('node')),
      ...(await importFigures(size.starts, say)),
    ];
  },
};
