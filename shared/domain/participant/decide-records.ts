import { ok } from '../../kernel/result.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { SystemCommand } from './commands.ts';
import { isFinished, type ParticipantContext, type ParticipantDecision } from './context.ts';
import { isUnderWay } from './decide-run.ts';
import type { SnapshotTaken, StepRunQueued } from './happenings.ts';
import type { Participant, ValidationStep } from './state.ts';
import { isStaleRun } from './steps.ts';

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

const awaitsSnapshot = (participant: Participant, snapshotId: string, context: ParticipantContext): boolean =>
  participant.snapshot?.snapshotId === snapshotId &&
  participant.snapshot.status === 'QUEUED' &&
  !isFrozen(participant, context);

/** A completed snapshot queues the third step's run on it, unless no group is linked or the state already has decided. */
export const snapshotTaken = (
  participant: Participant,
  report: Omit<Report<'recordSnapshotTaken'>, 'type'>,
  context: ParticipantContext,
): readonly (SnapshotTaken | StepRunQueued)[] => {
  const { snapshotId, takenAt, contentHash, runId, requestedBy } = report;
  const taken: SnapshotTaken = { type: 'SnapshotTaken', snapshotId, takenAt, contentHash };
  if (!report.hasGroups || isFinished(participant)) return [taken];
  const step = 'snapshot-validation';
  const present = participant.steps[step];
  const queued: StepRunQueued = {
    type: 'StepRunQueued',
    step,
    runId,
    replaces: isUnderWay(present) ? present.runId : null,
    snapshotId,
    dataHash: contentHash,
    requestedBy,
    at: context.now,
  };
  return [taken, queued];
};

export const decideSnapshotTaken = (
  participant: Participant,
  command: Report<'recordSnapshotTaken'>,
  context: ParticipantContext,
): ParticipantDecision =>
  ok(awaitsSnapshot(participant, command.snapshotId, context) ? snapshotTaken(participant, command, context) : []);

export const decideSnapshotFailed = (
  participant: Participant,
  { snapshotId, problem }: Report<'recordSnapshotFailed'>,
  context: ParticipantContext,
): ParticipantDecision =>
  ok(awaitsSnapshot(participant, snapshotId, context) ? [{ type: 'SnapshotFailed', snapshotId, problem }] : []);
