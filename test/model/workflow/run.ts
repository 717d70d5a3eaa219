import type { ModelParticipant, ModelRun, StepName, World } from './world.ts';

/* C.6: what a run is, from the moment it is asked for. */

export const isUnderWay = (run: ModelRun): run is ModelRun & { readonly status: 'QUEUED' | 'RUNNING' } =>
  run.status === 'QUEUED' || run.status === 'RUNNING';

/** Nobody is at it: the next worker takes it. */
export const isWaiting = (run: ModelRun): boolean => isUnderWay(run) && run.worker === null;

export const queueRun = (world: World, participant: ModelParticipant, step: StepName): void => {
  world.runs += 1;
  participant.runs.set(step, {
    number: world.runs,
    step,
    snapshot: step === 'snapshot-validation' ? (participant.snapshot?.sequence ?? null) : null,
    status: 'QUEUED',
    worker: null,
    losses: 0,
    blockers: 0,
    stale: false,
    viewers: new Set(),
  });
};
