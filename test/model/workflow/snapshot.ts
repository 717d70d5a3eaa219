import { certifiersOf, dueDateOf, inTime, isDone, isOpenForWork, liveAndActive, opened } from './participant.ts';
import { queueRun } from './run.ts';
import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import { definitionOf, later, type ModelParticipant, type ModelTask, type World } from './world.ts';

/* C.7: one CURRENT snapshot a participant and round; a retake is the next in sequence. */

/** One that failed is none: it may be taken, and the clean-up takes it. */
export const hasSnapshot = ({ snapshot }: ModelParticipant): boolean =>
  snapshot !== null && snapshot.status !== 'FAILED';

export const queueSnapshot = (world: World, participant: ModelParticipant, by: string | null): void => {
  world.edges.reach(hasSnapshot(participant) ? 'W11' : 'W8');
  if (hasSnapshot(participant)) world.edges.reach('S CURRENT-SUPERSEDED');
  if (participant.snapshot?.status === 'FAILED') world.edges.reach('S FAILED-QUEUED');
  participant.snapshots += 1;
  participant.snapshot = { sequence: participant.snapshots, status: 'QUEUED', state: 'CURRENT', requestedBy: by };
  const run = participant.runs.get('snapshot-validation');
  if (run !== undefined) run.stale = true;
};

/** Finished certifiers whom a newer snapshot sets back: they finish again, no earlier due than who retook it. */
const setBack = (world: World, participant: ModelParticipant, retaker: ModelTask | null): void => {
  for (const task of certifiersOf(participant).filter(isDone)) {
    task.status = 'INCOMPLETE';
    task.submitted = false;
    participant.awaitsConfirmation = false;
    if (retaker !== null && task !== retaker) {
      const theirs = dueDateOf(world, participant, task);
      const due = later(theirs, dueDateOf(world, participant, retaker));
      if (due !== theirs) task.dueDateOverride = due;
    }
  }
};

const undoes = (participant: ModelParticipant): boolean =>
  participant.snapshot !== null && certifiersOf(participant).some(isDone);

const takeable = (participant: ModelParticipant, confirm: boolean): Verdict =>
  firstOf(
    refuseUnless(isOpenForWork(participant), 'ALREADY_SUBMITTED', 'WRONG_STATUS'),
    refuseUnless(confirm || !undoes(participant), 'CONFIRMATION_REQUIRED'),
  );

export const methodTakes = (world: World): Verdict =>
  refuseUnless(definitionOf(world).snapshotMethod !== 'NONE', 'STEP_SKIPPED');

/** A district's own: for certifiers, in the window, while nothing is sent. */
export const mayTake = (world: World, participant: ModelParticipant, task: ModelTask, confirm: boolean): Verdict =>
  firstOf(
    liveAndActive(world),
    opened(world),
    inTime(world, participant, task),
    refuseUnless(isOpenForWork(participant), 'ALREADY_SUBMITTED', 'WRONG_STATUS'),
    refuseUnless(task.status !== 'NOT_STARTED', 'NOT_STARTED'),
    methodTakes(world),
    refuseUnless(
      participant.snapshot?.status !== 'COMPLETED' || definitionOf(world).allowDistrictRetake,
      'RETAKE_NOT_ALLOWED',
    ),
    takeable(participant, confirm),
  );

export const take = (world: World, participant: ModelParticipant, task: ModelTask): void => {
  if (participant.snapshot?.status === 'QUEUED') return;
  const setsBack = undoes(participant);
  queueSnapshot(world, participant, task.userId);
  if (setsBack) setBack(world, participant, task);
};

export const mayTakeForState = (participant: ModelParticipant, confirm: boolean): Verdict =>
  takeable(participant, confirm);

export const takeForState = (world: World, participant: ModelParticipant): void => {
  if (participant.snapshot?.status === 'QUEUED') return;
  const setsBack = undoes(participant);
  queueSnapshot(world, participant, null);
  if (setsBack) setBack(world, participant, null);
};

/** How the flow of a queued snapshot ends. */
export type SnapshotEnd = (world: World, participant: ModelParticipant) => void;

const isTaken = ({ snapshot, status }: ModelParticipant): boolean =>
  snapshot?.status === 'QUEUED' && status !== 'WITHDRAWN';

/** What could not be taken stays said so, until somebody takes it again. */
export const failSnapshot = (world: World, participant: ModelParticipant): void => {
  if (participant.snapshot === null || !isTaken(participant)) return;
  world.edges.reach('S QUEUED-FAILED');
  participant.snapshot.status = 'FAILED';
};

/** W9: done, and the run of step 3 on it is queued where groups are linked and the work has not been settled meanwhile. */
export const finishSnapshot = (world: World, participant: ModelParticipant): void => {
  if (participant.snapshot === null || !isTaken(participant)) return;
  world.edges.reach('W9');
  world.edges.reach('S QUEUED-COMPLETED');
  participant.snapshot.status = 'COMPLETED';
  if (definitionOf(world).groups.length === 0 || !isOpenForWork(participant)) return;
  queueRun(world, participant, 'snapshot-validation');
};
