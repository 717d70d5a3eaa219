import { chanceFrom } from '../../model/play/chance.ts';
import { textAt } from '../aws/values.ts';
import { type FaultRates, noFaults } from '../world/faults.ts';
import type { WorldOptions } from '../world/options.ts';
import { World } from '../world/world.ts';
import { patienceSeconds } from '../../../shared/application/snapshots/given-up-at.ts';
import { millisOf } from '../../../shared/kernel/instant.ts';
import { moment } from '../../builders/time.ts';
import { Dispatches } from '../deliveries/dispatches.ts';
import { someLeftBehind } from '../upgrade/some-left-behind.ts';
import { takeOver } from '../upgrade/take-over.ts';
import { beginningAt, drained } from './beginning.ts';
import { idsOf } from './ids.ts';
import { jumpSometime } from './jump.ts';
import { chanceEngine, chanceIngester } from './chance-engine.ts';
import { Ledger } from './client.ts';
import { wrongIn } from './judge.ts';
import { atWork } from './people.ts';
import { type PlanName, plans, profileNamed } from './plan.ts';
import { type Profile, type ProfileName, profileOf } from './profile.ts';

export interface RunResult {
  readonly seed: number;
  readonly profile: ProfileName;
  readonly stage: string;
  readonly wrong: readonly string[];
  readonly trace: string;
  readonly calls: number;
  readonly requests: number;
  /** How often each fault befell. */
  readonly befallen: ReadonlyMap<string, number>;
}

const settlingMinutes = 35;
/** When the sweeper has given up what a flow left, and said so. */
const patienceMinutes = patienceSeconds / 60 + 15;

/** What a caller may put into a run, or leave out of it. */
export interface RunWorld {
  readonly plan?: PlanName;
  /** Instead of the one that the plan deals to the seed. */
  readonly profile?: ProfileName;
  readonly plant?: WorldOptions['plant'];
  readonly prepare?: (world: World) => void;
  readonly changes?: Partial<Profile>;
  readonly rates?: (rates: FaultRates) => FaultRates;
}

/** Moves the world until everybody has gone home. */
export const untilHome = async (world: World, working: Promise<void>): Promise<void> => {
  let home = false;
  const going = working.finally(() => {
    home = true;
  });
  const isHome = () => home;
  while (!isHome()) await world.step();
  await going;
};

/** Whether a snapshot still waits: its flow may have ended without a word. */
const isSnapshotLeft = ({ table }: World): boolean =>
  table.items.all().some((item) => textAt(item, 'sk') === 'SNP' && textAt(item, 'gsi3pk') !== undefined);

/** One seed, one run: people and faults for a while, then neither, and then judgement. */
export const runSeed = async (seed: number, given: RunWorld = {}): Promise<RunResult> => {
  const chance = chanceFrom(seed);
  const plan = plans[given.plan ?? 'TODAY'];
  const profile: Profile = { ...profileOf(given.profile ?? profileNamed(plan, seed), chance), ...given.changes };
  const rates = { ...profile.rates, ...plan.without };
  const left = profile.name === 'upgrade' ? someLeftBehind(chance) : undefined;
  const { image, eventId } = left ?? (await beginningAt(profile.stage));
  const world = new World({
    image: { ...image, millis: Math.max(image.millis, millisOf(moment(profile.start))) },
    chance,
    rates: given.rates?.(rates) ?? rates,
    ids: idsOf('R'),
    engine: chanceEngine(chance),
    ingester: chanceIngester(chance),
    plant: given.plant,
  });
  if (left !== undefined) takeOver(world, left);
  given.prepare?.(world);
  const ledger = new Ledger();
  jumpSometime(world, profile);
  const dispatches = new Dispatches();
  await untilHome(world, atWork(world, { ledger, dispatches }, eventId, profile));
  world.rates = noFaults;
  world.queues.redrive();
  await drained(world, settlingMinutes);
  if (isSnapshotLeft(world)) await drained(world, patienceMinutes);
  const wrong = await wrongIn(world, ledger, dispatches);
  await world.stop();
  const { name, stage } = profile;
  const { trace, calls, befallen } = world;
  return { seed, profile: name, stage, wrong, trace, calls, requests: ledger.told.length, befallen };
};
