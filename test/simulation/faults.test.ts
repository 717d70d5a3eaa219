import { expect, it } from 'vitest';
import { chanceFrom } from '../model/play/chance.ts';
import { outcomeEngine } from '../model/system/outcome-engine.ts';
import { beginningAt, drained } from './play/beginning.ts';
import { idsOf } from './play/ids.ts';
import { type CallFault, noFaults } from './world/faults.ts';
import type { Outcome } from './world/outcome.ts';
import { World } from './world/world.ts';

/** One object is written by a function that meets a fault at this call; what it is told, and what lies there then and later. */
const putUnder = async (fault: CallFault) => {
  const { image } = await beginningAt('SAVED');
  const world = new World({
    image,
    chance: chanceFrom(1),
    rates: noFaults,
    ids: idsOf('F'),
    engine: outcomeEngine('CLEAN'),
    intervene: () => fault,
  });
  let outcome: Outcome<unknown> | undefined;
  const put = () => world.ports.objects.putText('data', 'a', 'content', 'text/plain');
  const writing = world.invoke('put', put).then((ended) => {
    outcome = ended;
  });
  while (outcome === undefined) await world.step();
  await writing;
  const then = world.objects.stored.has('data/a');
  await drained(world, 2);
  await world.stop();
  return { outcome: outcome.kind, then, later: world.objects.stored.has('data/a') };
};

it.each<[CallFault, Awaited<ReturnType<typeof putUnder>>]>([
  ['TIME_OUT', { outcome: 'TIMED_OUT', then: false, later: true }],
  ['KILL_BEFORE', { outcome: 'KILLED', then: false, later: false }],
  ['KILL_AFTER', { outcome: 'KILLED', then: true, later: true }],
  ['PUT_A_PART', { outcome: 'FAILED', then: false, later: false }],
])('an object under %s', async (fault, ends) => {
  await expect(putUnder(fault)).resolves.toEqual(ends);
});
