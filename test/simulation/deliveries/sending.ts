import { bearCreek, grandBend } from '../../builders/people.ts';
import { Client, type Ledger } from '../play/client.ts';
import type { World } from '../world/world.ts';
import type { Dispatches } from './dispatches.ts';
import { runPipeline } from './pipeline.ts';
import { type SendersWorld, workAsKeeper, workAsSender } from './senders.ts';

const waveMillis = 60_000;

const districts: readonly string[] = [bearCreek, grandBend];

/** Waits until moments that all have in common: whoever sends at once may meet. */
const wavesOf = (world: World) => {
  const begun = world.clock.millis;
  return (): Promise<void> =>
    new Promise((resolve) => {
      world.at(waveMillis - ((world.clock.millis - begun) % waveMillis), 'wave', resolve);
    });
};

/** Two districts and the state send files, the state's pipeline too; most of them to one district. */
export const sending = async (
  world: World,
  ledger: Ledger,
  dispatches: Dispatches,
  isOver: () => boolean,
): Promise<void> => {
  const { chance } = world;
  const senders: SendersWorld = { world, dispatches, isOver, nextWave: wavesOf(world) };
  const client = (name: string, window: string) => new Client(world, ledger, name, window);
  const own = (organizationId: string) => () => ({ organizationId, lane: 'DISTRICT' }) as const;
  const ofState = () => ({
    organizationId: chance.pick([bearCreek, ...districts]),
    lane: chance.pick(['DISTRICT', 'STATE'] as const),
  });
  await Promise.all([
    workAsSender(senders, client('ana', 'files'), own(bearCreek)),
    workAsSender(senders, client('gus', 'files'), own(grandBend)),
    workAsSender(senders, client('admin', 'files'), ofState),
    workAsKeeper(senders, client('admin', 'sync'), districts),
    runPipeline(senders, [bearCreek, ...districts]),
  ]);
};
