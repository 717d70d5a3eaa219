import { chanceFrom } from '../../model/play/chance.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { Dispatches } from '../deliveries/dispatches.ts';
import { beginningAt, drained, type Stage } from '../play/beginning.ts';
import { Client, Ledger } from '../play/client.ts';
import { idsOf } from '../play/ids.ts';
import { rowsOf, wrongIn } from '../play/judge.ts';
import type { CallFault } from '../world/faults.ts';
import { noFaults } from '../world/faults.ts';
import { World } from '../world/world.ts';
import { endStateOf, objectsIn } from './end-state.ts';

/** Something a person asks for, with everything that follows from it. */
export interface Work {
  readonly from: Stage;
  readonly by: string;
  readonly doing: (client: Client, scene: Scene) => Promise<unknown>;
}

export interface Scene {
  readonly eventId: string;
  readonly world: World;
  readonly dispatches: Dispatches;
}

export interface Ended {
  readonly calls: number;
  readonly state: readonly string[];
  readonly wrong: readonly string[];
}

/** Longer than any repair: the queue's visibility, the sweeper's five minutes, a run forgotten by its queue. */
const settlingMinutes = 22;

/** Does the work, killing whoever makes the nth call; everything else goes well. */
export const workOut = async (work: Work, killAt: number, kill: CallFault): Promise<Ended> => {
  const { image, eventId } = await beginningAt(work.from);
  let settling = false;
  let calls = 0;
  const world = new World({
    image,
    chance: chanceFrom(7),
    rates: noFaults,
    ids: idsOf('C'),
    engine: outcomeEngine('CLEAN'),
    intervene: () => {
      if (!settling) calls += 1;
      return calls === killAt && !settling ? kill : undefined;
    },
  });
  const ledger = new Ledger();
  const dispatches = new Dispatches();
  const asking = work.doing(new Client(world, ledger, work.by, 'crash'), { eventId, world, dispatches });
  await drained(world, 4);
  settling = true;
  await drained(world, settlingMinutes);
  await asking;
  const rows = await rowsOf(world);
  const wrong = await wrongIn(world, ledger, dispatches);
  const waiting = world.flows.waiting().length;
  await world.stop();
  return {
    calls,
    state: [...endStateOf(rows), ...objectsIn(world.objects.stored, rows), `${waiting} executions wait`],
    wrong,
  };
};
