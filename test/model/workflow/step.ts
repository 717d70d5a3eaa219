import { certifiersOf, inTime, isOpenForWork, isDone, liveAndActive, opened, send } from './participant.ts';
import { isUnderWay, queueRun } from './run.ts';
import { queueSnapshot } from './snapshot.ts';
import { accepted, firstOf, refuseUnless, type Verdict } from './verdict.ts';
import {
  definitionOf,
  type ModelParticipant,
  type ModelRun,
  type ModelTask,
  startsAt,
  type StepName,
  stepNames,
  type World,
} from './world.ts';

/* C.5 and C.6: the wizard. Runs belong to the participant, completing a step is each person's own. */

const isSkipped = (world: World, step: StepName): boolean =>
  step === 'snapshot-validation' && definitionOf(world).snapshotMethod === 'NONE';

export const hasGroups = (world: World): boolean => definitionOf(world).groups.length > 0;

/** Without a group there is nothing to run: what was reviewed is the data, and in step 3 this very snapshot. */
const reviewed = (participant: ModelParticipant, step: StepName): number =>
  step === 'snapshot-validation' ? (participant.snapshot?.sequence ?? 0) : 0;

/** What this person completed counts no more: an older snapshot, or groups that are linked no longer. */
const wasReviewed = (task: ModelTask, step: StepName): boolean => task.completed.has(step);

const isCompleted = (world: World, participant: ModelParticipant, task: ModelTask, step: StepName): boolean => {
  if (isSkipped(world, step)) return true;
  const by = task.completed.get(step);
  if (!hasGroups(world)) return by !== undefined && by === reviewed(participant, step);
  const run = participant.runs.get(step);
  return run?.status === 'COMPLETED' && !run.stale && by === run.number;
};

const ofRun = (run: ModelRun): string => {
  if (isUnderWay(run)) return run.status;
  if (run.status !== 'COMPLETED') return 'NOT_STARTED';
  return run.blockers > 0 ? 'BLOCKED' : 'NEEDS_VIEW';
};

/** What one person sees of a step. Whoever has submitted sees what he signed, whatever is run again beside it. */
export const shownStep = (world: World, participant: ModelParticipant, task: ModelTask, step: StepName): string => {
  if (isSkipped(world, step)) return 'SKIPPED';
  if (task.submitted || isCompleted(world, participant, task, step)) return 'COMPLETED';
  if (step === 'snapshot-validation' && participant.snapshot?.status === 'QUEUED') return 'QUEUED';
  // What could not be taken is to be taken first.
  if (step === 'snapshot-validation' && participant.snapshot?.status === 'FAILED') return 'NOT_STARTED';
  const run = participant.runs.get(step);
  if (!hasGroups(world)) return wasReviewed(task, step) ? 'STALE' : 'NOT_STARTED';
  if (run === undefined) return 'NOT_STARTED';
  return run.stale ? 'STALE' : ofRun(run);
};

const priorTo = (step: StepName): readonly StepName[] => stepNames.slice(0, stepNames.indexOf(step));

const priorCompleted = (world: World, participant: ModelParticipant, task: ModelTask, step: StepName): Verdict =>
  refuseUnless(
    priorTo(step).every((prior) => isCompleted(world, participant, task, prior)),
    'STEP_OUT_OF_ORDER',
  );

const begun = (world: World): Verdict =>
  refuseUnless(world.now >= startsAt(world, definitionOf(world).startDate), 'NOT_STARTED_YET');

const openForWork = (participant: ModelParticipant): Verdict =>
  refuseUnless(isOpenForWork(participant), 'ALREADY_SUBMITTED');

/** From the start date until close, in any order: only completing follows the order of the steps. */
export const mayRun = (world: World, participant: ModelParticipant, step: StepName): Verdict =>
  firstOf(
    liveAndActive(world),
    begun(world),
    openForWork(participant),
    refuseUnless(!isSkipped(world, step), 'STEP_SKIPPED'),
    refuseUnless(hasGroups(world), 'NO_GROUPS'),
    refuseUnless(step !== 'snapshot-validation' || participant.snapshot?.status === 'COMPLETED', 'NO_SNAPSHOT'),
  );

/** W1, W4: the same request while one waits is the same run. */
export const run = (world: World, participant: ModelParticipant, step: StepName): void => {
  const open = participant.runs.get(step);
  if (open !== undefined && isUnderWay(open) && !open.stale) return;
  world.edges.reach(step === 'district-validation' ? 'W1' : 'W4');
  queueRun(world, participant, step);
};

const started = ({ role, status }: ModelTask): Verdict =>
  refuseUnless(role === 'REVIEWER' || status !== 'NOT_STARTED', 'NOT_STARTED');

const runIsClean = (world: World, participant: ModelParticipant, task: ModelTask, step: StepName): Verdict => {
  const newest = participant.runs.get(step);
  if (step === 'snapshot-validation' && participant.snapshot?.status !== 'COMPLETED')
    return ['NO_SNAPSHOT', 'RUN_NOT_FINISHED'];
  if (!hasGroups(world)) return accepted;
  if (newest === undefined) return ['RUN_NOT_FINISHED'];
  return firstOf(
    refuseUnless(!newest.stale, 'STALE'),
    refuseUnless(newest.status === 'COMPLETED', 'RUN_NOT_FINISHED'),
    refuseUnless(newest.blockers === 0, 'FATAL_FINDINGS'),
    refuseUnless(newest.viewers.has(task.userId), 'REPORT_NOT_VIEWED'),
  );
};

export const mayComplete = (world: World, participant: ModelParticipant, task: ModelTask, step: StepName): Verdict => {
  const isReviewer = task.role === 'REVIEWER';
  return firstOf(
    liveAndActive(world),
    isReviewer ? begun(world) : opened(world),
    openForWork(participant),
    refuseUnless(isReviewer || !isDone(task), 'ALREADY_SUBMITTED'),
    started(task),
    refuseUnless(!isSkipped(world, step), 'STEP_SKIPPED'),
    priorCompleted(world, participant, task, step),
    runIsClean(world, participant, task, step),
  );
};

export const complete = (world: World, participant: ModelParticipant, task: ModelTask, step: StepName): void => {
  world.edges.reach(step === 'district-validation' ? 'W3' : step === 'state-validation' ? 'W6' : 'W10');
  task.completed.set(step, hasGroups(world) ? (participant.runs.get(step)?.number ?? 0) : reviewed(participant, step));
};

export const mayStart = (world: World, participant: ModelParticipant, task: ModelTask): Verdict =>
  firstOf(
    liveAndActive(world),
    opened(world),
    inTime(world, participant, task),
    openForWork(participant),
    refuseUnless(!isDone(task), 'ALREADY_SUBMITTED'),
  );

/** U3: the first start in a round takes the snapshot where the method says so. */
export const start = (world: World, participant: ModelParticipant, task: ModelTask): void => {
  world.edges.reach('U3');
  task.status = 'INCOMPLETE';
  if (definitionOf(world).snapshotMethod === 'ON_CERT_START' && participant.snapshot === null)
    queueSnapshot(world, participant, task.userId);
};

export const maySubmit = (world: World, participant: ModelParticipant, task: ModelTask): Verdict =>
  firstOf(
    liveAndActive(world),
    opened(world),
    inTime(world, participant, task),
    refuseUnless(!isDone(task), 'ALREADY_SUBMITTED'),
    openForWork(participant),
    refuseUnless(task.status !== 'NOT_STARTED', 'NOT_STARTED', 'STEPS_INCOMPLETE'),
    refuseUnless(
      stepNames.every((step) => isCompleted(world, participant, task, step)),
      'STEPS_INCOMPLETE',
    ),
  );

/** Whoever is listed for all schools has signed for each of them separately. */
const noteOtherSchools = (world: World, participant: ModelParticipant, { userId }: ModelTask): void => {
  const signed = [...world.participants.values()].filter(
    (one) => one !== participant && one.tasks.some((task) => task.userId === userId && task.submitted),
  );
  if (signed.length > 0) world.edges.reach('School of all schools');
};

/** P2, P15 while others remain; P3, P16 for the last. */
export const submit = (world: World, participant: ModelParticipant, task: ModelTask): void => {
  world.edges.reach('U4');
  world.edges.reach('W13');
  task.status = 'COMPLETE';
  task.submitted = true;
  noteOtherSchools(world, participant, task);
  if (certifiersOf(participant).every(isDone)) send(world, participant);
  else world.edges.reach(participant.status === 'IN_PROGRESS' ? 'P2' : 'P15');
};
