import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CertificationEventId, OrganizationId, RequestId, RunId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Level } from '../category/state.ts';

export const participantStatuses = [
  'IN_PROGRESS',
  'SENT',
  'APPROVED',
  'RECERT_REQUESTED',
  'RECERT_IN_PROGRESS',
  'WITHDRAWN',
] as const;
export type ParticipantStatus = (typeof participantStatuses)[number];

export const validationSteps = ['district-validation', 'state-validation', 'snapshot-validation'] as const;
export type ValidationStep = (typeof validationSteps)[number];

/** What is stored of a task. OVERDUE is derived from the clock and never stored. */
export type TaskStatus =
  | 'NOT_STARTED'
  | 'INCOMPLETE'
  | 'COMPLETE'
  | 'APPROVED_COMPLETE'
  | 'COMPLETE_BY_STATE'
  | 'REQUEST_PENDING'
  | 'NOT_APPLICABLE';

export type UserStatus = TaskStatus | 'OVERDUE';

/** The evidence a certifier or reviewer gave for one step: which run he viewed and completed ("reviewed" where no group is linked). */
export interface StepCompletion {
  readonly runId: RunId | null;
  readonly snapshotId: SnapshotId | null;
  readonly at: Instant;
}

/**
 * What one certifier signed in this round; the runs he vouches for are his completions. `dataHash` is the snapshot's
 * content hash, or that of the state run's data under method NONE. Kept small: it is written with every submission.
 */
export interface Submission {
  readonly at: Instant;
  readonly snapshotId: SnapshotId | null;
  readonly dataHash: string | null;
  readonly signedName: string;
  readonly attestationVersion: number;
}

/** One person's part in one participant. */
export interface Task {
  readonly userId: UserId;
  readonly name: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
  readonly status: TaskStatus;
  readonly startedAt: Instant | null;
  /** Moves this person's deadline on this participant and nothing else. */
  readonly dueDateOverride: CalendarDate | null;
  readonly completions: Readonly<Partial<Record<ValidationStep, StepCompletion>>>;
  readonly submission: Submission | null;
}

/**
 * The newest run of a step, shared by all of the participant's people. Absent: never run in this round.
 * `blockers` counts Fatal rows plus errored Fatal rules and is known once `status` is COMPLETED.
 */
export interface StepRun {
  readonly runId: RunId;
  readonly status: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  readonly blockers: number | null;
  readonly snapshotId: SnapshotId | null;
  readonly dataHash: string | null;
  /** The groups or the round changed under it: it counts no more. */
  readonly stale: boolean;
  readonly problem: string | null;
}

/** The newest snapshot of the round. `sequence` counts over all rounds; a late result never replaces a newer one. */
export interface CurrentSnapshot {
  readonly snapshotId: SnapshotId;
  readonly sequence: number;
  readonly status: 'QUEUED' | 'COMPLETED' | 'FAILED';
  readonly state: 'CURRENT' | 'LOCKED';
  readonly takenAt: Instant | null;
  readonly contentHash: string | null;
}

export interface Approval {
  readonly by: UserId;
  readonly at: Instant;
  /** Approved although not every certifier had submitted; then `reason` is given. */
  readonly notCertified: boolean;
  readonly reason: string | null;
  readonly snapshotId: SnapshotId | null;
  /** What an un-approval goes back to. */
  readonly previousStatus: 'IN_PROGRESS' | 'RECERT_IN_PROGRESS' | 'SENT';
  readonly previousTasks: Readonly<Record<string, TaskStatus>>;
}

export interface RecertificationRequest {
  readonly id: RequestId;
  readonly requestedBy: UserId;
  readonly requestedAt: Instant;
  readonly reason: string;
  readonly previousStatus: 'SENT' | 'APPROVED';
  readonly previousTaskStatus: TaskStatus;
}

/** One district or school that must certify a certification event. */
export interface Participant {
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly number: string;
  /** Its district: itself at district level. */
  readonly districtId: OrganizationId;
  readonly level: Level;
  readonly status: ParticipantStatus;
  /** The published revision its steps count for. */
  readonly revision: number;
  /** 1 at first; each recertification raises it, and evidence of older rounds never counts again. */
  readonly round: number;
  readonly tasks: readonly Task[];
  readonly steps: Readonly<Partial<Record<ValidationStep, StepRun>>>;
  readonly snapshot: CurrentSnapshot | null;
  readonly snapshotSequence: number;
  /** Counts how often it became SENT; names the approval flow. */
  readonly sentSequence: number;
  readonly sentAt: Instant | null;
  /** Under method NONE, certifiers signed different data. */
  readonly mixedData: boolean;
  /** The remaining certifiers are done because one was removed: somebody must confirm before it is SENT. */
  readonly awaitsConfirmation: boolean;
  /** Set when the state sends back after the end date: the deadline of all its certifiers. */
  readonly deadlineOverride: CalendarDate | null;
  readonly approval: Approval | null;
  readonly openRequest: RecertificationRequest | null;
}
