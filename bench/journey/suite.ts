import { signIn } from '../../test/story/client.ts';
import { districtOf } from '../district/files.ts';
import { sizes } from '../district/sizes.ts';
import { oracle } from '../engine/contenders.ts';
import { type Figure, most, seconds } from '../figure.ts';
import { timed } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { certifySnapshot, deliverSet, prepare, synced, takeSnapshot, validate } from './certify-set.ts';
import { canBeWatched, watchMemory } from './processes.ts';

/** The biggest district by the way everybody goes: its files handed in over HTTP, until it has certified. */
export const journeySuite: Suite = {
  name: 'journey',
  async run({ size, say, system }) {
    const { origin, pid } = await system();
    const set = size.sets.biggest;
    const district = await districtOf(set, 'csv');
    const { answers } = await oracle(district);
    const admin = await signIn(origin, 'state-admin');
    const eventId = await prepare(admin);
    const clerk = await signIn(origin, 'bear-creek-certifier');
    const figures: Figure[] = [];
    const step = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      say(`${set}: ${what} ...`);
      figures.push(seconds(`${set}: ${what}`, [await timed(work)]));
    };
    const heldMost = canBeWatched ? watchMemory(pid) : undefined;
    await step('files handed in and checked', () => deliverSet(clerk, district));
    await step('state has them', () => synced(clerk));
    await step('snapshot taken', () => takeSnapshot(clerk, eventId));
    await step('own copy validated', () => validate(clerk, eventId, 'district-validation', answers));
    await step("state's copy validated", () => validate(clerk, eventId, 'state-validation', answers));
    await step('snapshot validated and certified', () => certifySnapshot(clerk, eventId, answers));
    const held = await heldMost?.();
    const rows = sizes[set].students * sizes[set].daysRecorded;
    say(`${set}: ${rows} rows of attendance; ${held?.process ?? 'no process'} held the most memory`);
    return [
      ...figures,
      ...(held ? [most(`${set}: most memory of any process`, [held.peakMb], 'MB', { id: 'E6', atMost: 1_536 })] : []),
    ];
  },
};
