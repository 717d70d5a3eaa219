import { ok } from '../../kernel/result.ts';
import type { RunId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { SystemCommand } from './commands.ts';
import { isFinished, type ParticipantContext, type ParticipantDecision } from './context.ts';
import { isUnderWay } from './decide-run.ts';
import type { SnapshotTaken, StepRunQueued } from './happenings.ts';
import type { Participant, ValidationStep } from './state.ts';
import { completedSnapshotId, isStaleRun } from './steps.ts';

const onSnapshot = 'snapshot-validation';

type Report<Type extends SystemCommand['type']> = Extract<SystemCommand, { readonly type: Type }>;

const isFrozen = (participant: Participant, context: ParticipantContext): boolean =>
  context.certificationEvent.status === 'CLOSED' || participant.status === 'WITHDRAWN';

/** The participant still waits for this run. Any other one is superseded, whatever it found. */
export const awaitsRun = (
  participant: Participant,
  run: { readonly runId: RunId; readonly step: ValidationStep; readonly round: number },
  context: ParticipantContext,
): boolean => {
  const newest = participant.steps[run.step];
  const isNewest = isUnderWay(newest) && newest.runId === run.runId && !isStaleRun(participant, run.step, newest);
  return isNewest && run.round === participant.round && !isFrozen(participant, context);
};

export const decideRunStarted = (
  participant: Participant,
  command: Report<'recordRunStarted'>,
  context: ParticipantContext,
): ParticipantDecision => {
  const { step, runId } = command;
  const starts = awaitsRun(participant, command, context) && participant.steps[step]?.status === 'QUEUED';
  return ok(starts ? [{ type: 'StepRunStarted', step, runId }] : []);
};

export const decideRunEnded = (
  participant: Participant,
  command: Report<'recordRunEnded'>,
  context: ParticipantContext,
): ParticipantDecision => {
  const { step, runId, outcome, blockers, problem } = command;
  if (!awaitsRun(participant, command, context)) return ok([]);
  return ok([{ type: 'StepRunEnded', step, runId, outcome, blockers, problem }]);
};

interface SnapshotRun {
  readonly runId: RunId;
  readonly snapshotId: SnapshotId;
  readonly contentHash: string;
  readonly requestedBy: UserId | null;
}

/** The third step's run, in the place of one on a snapshot before. */
const runOnSnapshot = (
  participant: Participant,
  { runId, snapshotId, contentHash, requestedBy }: SnapshotRun,
  context: ParticipantContext,
): StepRunQueued => {
  const present = participant.steps[onSnapshot];
  return {
    type: 'StepRunQueued',
    step: onSnapshot,
    runId,
    replaces: isUnderWay(present) ? present.runId : null,
    snapshotId,
    dataHash: contentHash,
    requestedBy,
    at: context.now,
  };
};

const awaitsSnapshot = (participant: Participant, snapshotId: string, context: ParticipantContext): boolean =>
  participant.snapshot?.snapshotId === snapshotId &&
  participant.snapshot.status === 'QUEUED' &&
  !isFrozen(participant, context);

/** A completed snapshot queues the third step's run on it, unless no group is linked or the state already has decided. */
export const decideSnapshotTaken = (
  participant: Participant,
  command: Report<'recordSnapshotTaken'>,
  context: ParticipantContext,
): ParticipantDecision => {
  const { snapshotId, takenAt, contentHash } = command;
  if (!awaitsSnapshot(participant, snapshotId, context)) return ok([]);
  const taken: SnapshotTaken = { type: 'SnapshotTaken', snapshotId, takenAt, contentHash };
  if (!command.hasGroups || isFinished(participant)) return ok([taken]);
  return ok([taken, runOnSnapshot(participant, command, context)]);
};

export const decideSnapshotFailed = (
  participant: Participant,
  { snapshotId, problem }: Report<'recordSnapshotFailed'>,
  context: ParticipantContext,
): ParticipantDecision =>
  ok(awaitsSnapshot(participant, snapshotId, context) ? [{ type: 'SnapshotFailed', snapshotId, problem }] : []);

/**
 * It has a snapshot that nothing was run on, neither by its people nor before an interruption. A run that other groups have made
 * stale since is its people's to repeat.
 */
export const awaitsValidation = (participant: Participant): boolean => {
  const snapshotId = completedSnapshotId(participant);
  return snapshotId !== null && participant.steps[onSnapshot]?.snapshotId !== snapshotId && !isFinished(participant);
};

/** Snapshots that a schedule took are validated when all are taken. Whoever was faster keeps the run there is. */
export const decideValidateSnapshot = (
  participant: Participant,
  { runId, hasGroups }: Report<'validateSnapshot'>,
  context: ParticipantContext,
): ParticipantDecision => {
  const { snapshot } = participant;
  if (!hasGroups || !snapshot?.contentHash || !awaitsValidation(participant) || isFrozen(participant, context))
    return ok([]);
  const { snapshotId, contentHash } = snapshot;
  return ok([runOnSnapshot(participant, { runId, snapshotId, contentHash, requestedBy: null }, context)]);
};
