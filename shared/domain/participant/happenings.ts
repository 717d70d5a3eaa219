import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { RequestId, RunId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SnapshotTrigger } from '../snapshot/state.ts';
import type { ParticipantMember } from './commands.ts';
import type { StandingHappening } from './standing-happenings.ts';
import type { Approval, RecertificationRequest, StepCompletion, Submission, ValidationStep } from './state.ts';

export interface CertificationStarted {
  readonly type: 'CertificationStarted';
  readonly userId: UserId;
  readonly at: Instant;
}

/** Reaction: the snapshot is created and its flow started; the one it supersedes (a completed one) is superseded. */
export interface SnapshotQueued {
  readonly type: 'SnapshotQueued';
  readonly snapshotId: SnapshotId;
  readonly sequence: number;
  readonly trigger: SnapshotTrigger;
  readonly requestedBy: UserId | null;
  readonly supersedes: SnapshotId | null;
  readonly at: Instant;
}

/**
 * A newer snapshot undid these certifiers' submissions. `dueDate`, when set, is a day their deadlines must reach; `by` is
 * null when a schedule took it. Reaction: they are told.
 */
export interface FinishedWorkUndone {
  readonly type: 'FinishedWorkUndone';
  readonly userIds: readonly UserId[];
  readonly by: UserId | null;
  readonly dueDate: CalendarDate | null;
}

/** Followed by the StepRunQueued of the run on it, if groups are linked. */
export interface SnapshotTaken {
  readonly type: 'SnapshotTaken';
  readonly snapshotId: SnapshotId;
  readonly takenAt: Instant;
  readonly contentHash: string;
}

export interface SnapshotFailed {
  readonly type: 'SnapshotFailed';
  readonly snapshotId: SnapshotId;
  readonly problem: string;
}

/** Reaction: the run is created and queued; the unfinished run it replaces, if any, is superseded. */
export interface StepRunQueued {
  readonly type: 'StepRunQueued';
  readonly step: ValidationStep;
  readonly runId: RunId;
  readonly replaces: RunId | null;
  readonly snapshotId: SnapshotId | null;
  readonly dataHash: string;
  /** Null when a schedule's snapshot asked for it. */
  readonly requestedBy: UserId | null;
  readonly at: Instant;
}

export interface StepRunStarted {
  readonly type: 'StepRunStarted';
  readonly step: ValidationStep;
  readonly runId: RunId;
}

/** Reaction: whoever asked for the run is told. */
export interface StepRunEnded {
  readonly type: 'StepRunEnded';
  readonly step: ValidationStep;
  readonly runId: RunId;
  readonly outcome: 'COMPLETED' | 'FAILED' | 'CANCELLED';
  readonly blockers: number | null;
  readonly problem: string | null;
}

export interface StepCompleted {
  readonly type: 'StepCompleted';
  readonly userId: UserId;
  readonly step: ValidationStep;
  readonly completion: StepCompletion;
}

/** Reaction: the other certifiers are told that `done` of `certifiers` are done. */
export interface CertificationSubmitted {
  readonly type: 'CertificationSubmitted';
  readonly userId: UserId;
  readonly submission: Submission;
  readonly done: number;
  readonly certifiers: number;
}

/** Every certifier is done. Reaction: the snapshot is locked, the approval flow starts, the state is told. */
export interface ParticipantSent {
  readonly type: 'ParticipantSent';
  readonly at: Instant;
  readonly round: number;
  readonly sentSequence: number;
  readonly snapshotId: SnapshotId | null;
  readonly mixedData: boolean;
  /** Who confirmed after the last unfinished certifier had left; null when the last one submitted. */
  readonly confirmedBy: UserId | null;
}

/** Reaction: the snapshot is unlocked, the approval flow's wait ends as WITHDRAWN. */
export interface SubmissionWithdrawn {
  readonly type: 'SubmissionWithdrawn';
  readonly userId: UserId;
  readonly reason: string;
  readonly sentSequence: number;
  readonly snapshotId: SnapshotId | null;
  /** The published revision the reopened work counts for. */
  readonly revision: number;
}

/** Reaction: the approvers are told, with the reason. */
export interface RecertificationRequested {
  readonly type: 'RecertificationRequested';
  readonly request: RecertificationRequest;
}

export interface RecertificationRequestWithdrawn {
  readonly type: 'RecertificationRequestWithdrawn';
  readonly requestId: RequestId;
}

/** Reaction: the requester is told, with the reason. */
export interface RecertificationRequestDeclined {
  readonly type: 'RecertificationRequestDeclined';
  readonly requestId: RequestId;
  readonly requestedBy: UserId;
  readonly by: UserId;
  readonly reason: string;
}

/** Followed by RecertificationRequired in the same decision. */
export interface RecertificationRequestGranted {
  readonly type: 'RecertificationRequestGranted';
  readonly requestId: RequestId;
  readonly requestedBy: UserId;
  readonly by: UserId;
}

/**
 * Reaction: the members are told; the wait of `sentSequence` ends as APPROVED. Not certified: the current completed
 * snapshot is locked and an approval flow, already decided, is started under the new `sentSequence`.
 */
export interface ParticipantApproved {
  readonly type: 'ParticipantApproved';
  readonly approval: Approval;
  readonly sentSequence: number;
}

/**
 * Back to before the approval. Reaction: to SENT, a new approval flow waits under `sentSequence`; otherwise the
 * snapshot locked by the approval is unlocked.
 */
export interface ApprovalReversed {
  readonly type: 'ApprovalReversed';
  readonly by: UserId;
  readonly at: Instant;
  readonly reason: string;
  readonly to: Approval['previousStatus'];
  readonly sentSequence: number;
  readonly revision: number;
}

/** A new round. Reaction: the members are told; a waiting approval flow ends as RETURNED; the old snapshot becomes history. */
export interface RecertificationRequired {
  readonly type: 'RecertificationRequired';
  readonly by: UserId;
  readonly at: Instant;
  readonly reason: string;
  readonly round: number;
  readonly revision: number;
  readonly newDueDate: CalendarDate | null;
  readonly members: readonly ParticipantMember[];
  readonly formerSnapshotId: SnapshotId | null;
  /** The flow to end: null when none waits (the participant had not been sent). */
  readonly endsWait: number | null;
}

/** What certifiers, reviewers and jobs do within a round. */
export type WorkHappening =
  | CertificationStarted
  | SnapshotQueued
  | FinishedWorkUndone
  | SnapshotTaken
  | SnapshotFailed
  | StepRunQueued
  | StepRunStarted
  | StepRunEnded
  | StepCompleted
  | CertificationSubmitted;

/** What becomes of the participant as a whole. */
export type OutcomeHappening =
  | ParticipantSent
  | SubmissionWithdrawn
  | RecertificationRequested
  | RecertificationRequestWithdrawn
  | RecertificationRequestDeclined
  | RecertificationRequestGranted
  | ParticipantApproved
  | ApprovalReversed
  | RecertificationRequired;

export type ParticipantHappening = WorkHappening | OutcomeHappening | StandingHappening;
