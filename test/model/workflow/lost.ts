import { isWaiting } from './run.ts';
import { finishRun, flows } from './system.ts';
import type { ModelRun, World } from './world.ts';

/*
 * C.6: workers that do not answer. A run that is RUNNING past the limit of the heartbeat goes back to the queue, for its
 * participant still RUNNING; after the third worker was lost over it, it has FAILED by itself. Whoever answers when nobody
 * waits for him any more changes nothing.
 */

const mayBeLost = 3;

const runsOf = ({ participants }: World): readonly ModelRun[] =>
  [...participants.values()].flatMap(({ runs, status }) => (status === 'WITHDRAWN' ? [] : [...runs.values()]));

/** Every waiting run is taken by a worker that does not answer. */
export const hang = (world: World): void => {
  flows(world);
  if (world.event.status === 'CLOSED') return;
  for (const run of runsOf(world).filter(isWaiting)) {
    if (run.stale) {
      run.status = 'SUPERSEDED';
      continue;
    }
    if (run.status === 'QUEUED') world.edges.reach('R QUEUED-RUNNING');
    run.status = 'RUNNING';
    run.worker = { run };
    world.hung.push(run.worker);
  }
};

/** Whose run was taken from him keeps what he found to himself. */
export const late = (world: World): void => {
  const present = new Set(world.event.status === 'CLOSED' ? [] : runsOf(world));
  for (const worker of world.hung.splice(0)) {
    const { run } = worker;
    const isAwaited = present.has(run) && run.status === 'RUNNING' && run.worker === worker && !run.stale;
    world.edges.reach(isAwaited ? 'R late' : 'R late ignored');
    if (isAwaited) finishRun(world, run, 'CLEAN');
  }
  flows(world);
};

const giveUp = (world: World, run: ModelRun): void => {
  run.worker = null;
  run.losses += 1;
  if (run.losses < mayBeLost) {
    world.edges.reach('R RUNNING-QUEUED');
    return;
  }
  world.edges.reach('R RUNNING-FAILED');
  run.status = 'FAILED';
};

/** The sweeper has come round: nobody has renewed what the lost workers held. */
export const sweep = (world: World): void => {
  flows(world);
  if (world.event.status === 'CLOSED') return;
  for (const run of runsOf(world)) if (run.status === 'RUNNING' && run.worker !== null) giveUp(world, run);
};
