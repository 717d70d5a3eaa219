import { millisOf } from '../../../shared/kernel/instant.ts';
import type { RunOutcome } from '../system/played.ts';
import { followLists } from './members.ts';
import { finishPublication } from './publication.ts';
import { isOpenForWork } from './participant.ts';
import { isWaiting } from './run.ts';
import { failSnapshot, finishSnapshot, hasSnapshot, queueSnapshot, type SnapshotEnd } from './snapshot.ts';
import { type ModelParticipant, type ModelRun, startsAt, type StepName, type World } from './world.ts';

/* What happens without a person: workflows, schedules, and the workers of C.6. */

const timesOf = ({ event }: World): readonly number[] => {
  const definition = event.published;
  if (definition === null || event.status !== 'PUBLISHED') return [];
  if (definition.snapshotMethod === 'ON_CERT_START')
    return definition.missingSnapshotAt === null ? [] : [millisOf(definition.missingSnapshotAt)];
  return [];
};

const fullTimeOf = (world: World): readonly number[] => {
  const definition = world.event.published;
  if (definition?.snapshotMethod !== 'FULL' || world.event.status !== 'PUBLISHED') return [];
  const opens = startsAt(world, definition.certificationOpensDate ?? definition.startDate);
  return [definition.fullSnapshotAt === null ? opens : millisOf(definition.fullSnapshotAt)];
};

/** A schedule fires once for its time, late or not; automatic triggers serve whoever has no snapshot in his round. */
const fireSchedules = (world: World): void => {
  for (const time of [...timesOf(world), ...fullTimeOf(world)]) {
    const name = `${world.event.published?.snapshotMethod ?? ''} ${time}`;
    if (time > world.now || world.event.fired.has(name)) continue;
    world.event.fired.add(name);
    for (const participant of world.participants.values())
      if (isOpenForWork(participant) && !hasSnapshot(participant)) {
        if (participant.snapshot !== null) world.edges.reach('S FAILED-cleanup');
        queueSnapshot(world, participant, null);
        finishSnapshot(world, participant);
      }
  }
};

/** Everything that was committed is done, as far as it goes without a person; each snapshot that was asked for ends so. */
export const flows = (world: World, end: SnapshotEnd = finishSnapshot): void => {
  followLists(world);
  finishPublication(world, end);
  if (world.event.status !== 'CLOSED') for (const participant of world.participants.values()) end(world, participant);
  fireSchedules(world);
};

/** Flows of single snapshots fail; one over a whole list is begun anew and does it then. */
export const failingFlows = (world: World): void => flows(world, failSnapshot);

const doneEdges = {
  'district-validation': ['W2', 'W2'],
  'state-validation': ['W7', 'W5'],
  'snapshot-validation': ['W9', 'W9'],
} as const satisfies Readonly<Record<StepName, unknown>>;

/** What nobody waits for any more counts for nothing, whatever it found. */
export const finishRun = (world: World, run: ModelRun, outcome: RunOutcome): void => {
  if (run.stale) {
    run.status = 'SUPERSEDED';
    return;
  }
  if (outcome === 'BROKEN') {
    world.edges.reach('R QUEUED-FAILED');
    run.status = 'FAILED';
    return;
  }
  world.edges.reach(run.losses > 0 ? 'R lost-COMPLETED' : 'R QUEUED-COMPLETED');
  run.status = 'COMPLETED';
  run.blockers = outcome === 'FATAL' ? 3 : outcome === 'ERRORED' ? 1 : 0;
  const [blocked, clean] = doneEdges[run.step];
  if (run.blockers > 0 || run.step !== 'district-validation') world.edges.reach(run.blockers > 0 ? blocked : clean);
};

const runsOf = ({ runs }: ModelParticipant): readonly ModelRun[] => [...runs.values()].filter(isWaiting);

/** What a run of this participant finds. */
export type Finding = (participant: ModelParticipant) => RunOutcome;

/** Every waiting run is worked on; of a closed certification event nothing changes any more. */
export const work = (world: World, finds: Finding): void => {
  flows(world);
  if (world.event.status === 'CLOSED') return;
  for (const participant of world.participants.values())
    for (const run of runsOf(participant)) finishRun(world, run, finds(participant));
};

export const moveTo = (world: World, millis: number): void => {
  world.now = millis;
  flows(world);
};
