import { evolveParticipant } from '../../../shared/domain/participant/evolve.ts';
import type { ParticipantHappening } from '../../../shared/domain/participant/happenings.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import { runMessage } from '../../../shared/contracts/messages/run.ts';
import type { World } from '../world/world.ts';

/** As if whoever finishes a run wrote its result down without asking whether anybody still waits for it. */
const attach = async ({ ports }: World, id: RunId): Promise<void> => {
  const run = (await ports.store.load('run', id))?.state;
  if (run?.status !== 'SUPERSEDED' || run.step === null) return;
  const before = await ports.store.load('participant', run);
  if (before === undefined) return;
  const { step } = run;
  const now = ports.clock.now();
  const queued: ParticipantHappening = {
    type: 'StepRunQueued',
    step,
    runId: id,
    replaces: null,
    snapshotId: null,
    dataHash: '',
    requestedBy: null,
    at: now,
  };
  const ended: ParticipantHappening = {
    type: 'StepRunEnded',
    step,
    runId: id,
    outcome: 'COMPLETED',
    blockers: 0,
    problem: null,
  };
  const after = evolveParticipant(evolveParticipant(before.state, queued), ended);
  await ports.unitOfWork.commit({
    actor: { kind: 'SYSTEM', name: 'run-worker' },
    now,
    requestId: id,
    transitions: [{ entity: 'participant', key: run, before, after, command: 'recordRunEnded' }],
  });
};

export const attachLateResults = (world: World): void => {
  const { run } = world.functions.workers;
  world.functions.workers.run = Object.assign(async (...given: Parameters<typeof run>) => {
    const answer = await run(...given);
    const [{ Records }] = given;
    for (const { body } of Records) await attach(world, runMessage.parse(JSON.parse(body)).runId);
    return answer;
  }, run);
};
