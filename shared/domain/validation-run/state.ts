import type { CertificationEventId, OrganizationId, RunId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PinnedGroup } from '../certification-event/state.ts';
import type { ValidationStep } from '../participant/state.ts';
import type { Severity } from '../rule-library/state.ts';
import type { RunProblemCode } from './problems.ts';

export type Lane = 'DISTRICT' | 'STATE' | 'SNAPSHOT';
export type ReportFormat = 'html' | 'csv' | 'json' | 'xlsx' | 'pdf';
export type RuleOutcome = 'PASSED' | 'FINDINGS' | 'LISTED' | 'ERRORED' | 'NOT_APPLICABLE';

export interface RuleResult {
  readonly dataset: string;
  readonly ruleCode: string;
  readonly ruleName: string;
  readonly severity: Severity;
  readonly outcome: RuleOutcome;
  readonly count: number;
  readonly columns: readonly string[];
  /** The column whose values say what is behind each row; the rows themselves, never this record, hold such a value. */
  readonly causeColumn: string | null;
  /** For a person; null unless ERRORED or NOT_APPLICABLE. The code and its facts say the same to a catalogue of texts. */
  readonly problem: string | null;
  readonly problemCode: string | null;
  readonly problemFacts: Readonly<Record<string, string>>;
}

/** An object in a bucket that a record vouches for. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface RunIdentity {
  readonly id: RunId;
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId;
  readonly districtId: OrganizationId;
  /** Null for a run of the state's own, which no district sees. */
  readonly step: ValidationStep | null;
  /** Of a run of the state's own: the group it validates, its rules as they were. Null: the groups of the published revision. */
  readonly group: PinnedGroup | null;
  readonly lane: Lane;
  readonly title: string;
  readonly format: ReportFormat;
  readonly round: number;
  readonly revision: number;
  readonly snapshotId: SnapshotId | null;
  /** dataset -> version, pinned when the run was queued, so that a retry sees the same rows. */
  readonly dataVersions: Readonly<Record<string, string>>;
  readonly dataHash: string;
  /** Null for the run that follows a scheduled snapshot. */
  readonly requestedBy: UserId | null;
  readonly queuedAt: Instant;
  readonly retryOf: RunId | null;
  /** Rows of the data, known from the manifests: bigger runs go first in a state-wide validation. */
  readonly size: number;
  /** How often it was put back after a lost worker. */
  readonly requeues: number;
}

export interface QueuedRun extends RunIdentity {
  readonly status: 'QUEUED';
}
export interface RunningRun extends RunIdentity {
  readonly status: 'RUNNING';
  readonly startedAt: Instant;
}
export interface CompletedRun extends RunIdentity {
  readonly status: 'COMPLETED';
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly results: readonly RuleResult[];
  readonly blockers: number;
  readonly findings: StoredObject;
  readonly recordsRead: number;
  readonly engineVersion: string;
}
/** SUPERSEDED: a newer run or round replaced it before it ended; what it found counts for nothing and is not kept. */
export interface EndedRun extends RunIdentity {
  readonly status: 'FAILED' | 'CANCELLED' | 'SUPERSEDED';
  readonly finishedAt: Instant;
  readonly problemCode: RunProblemCode;
}

/** One validation of one participant in one lane over all linked groups. Ends exactly once. */
export type ValidationRun = QueuedRun | RunningRun | CompletedRun | EndedRun;
