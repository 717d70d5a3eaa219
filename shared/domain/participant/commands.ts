import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CertificationEventId, OrganizationId, RequestId, RunId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Level } from '../category/state.ts';
import type { ValidationStep } from './state.ts';

/** A person whom the category's local list makes part of this participant. */
export interface ParticipantMember {
  readonly userId: UserId;
  readonly name: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
}

export interface CreateParticipant {
  readonly type: 'createParticipant';
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly number: string;
  readonly districtId: OrganizationId;
  readonly level: Level;
  readonly revision: number;
  readonly members: readonly ParticipantMember[];
}

/**
 * What people of the district or school ask for. The types are operation ids. `hasGroups` (the published revision links
 * at least one group) and `viewed` (this person opened the report of the step's newest run) are looked up by the caller;
 * new ids are made by the caller and used only if the decision needs them.
 */
export type LocalCommand =
  | { readonly type: 'startCertification'; readonly snapshotId: SnapshotId }
  | {
      readonly type: 'runStep';
      readonly step: ValidationStep;
      readonly runId: RunId;
      /** Hash of the data versions the run would pin: the same request while one runs is the same run. */
      readonly dataHash: string;
      readonly hasGroups: boolean;
    }
  | {
      readonly type: 'completeStep';
      readonly step: ValidationStep;
      readonly reviewed: boolean;
      readonly hasGroups: boolean;
      readonly viewed: boolean;
    }
  | { readonly type: 'takeSnapshot'; readonly snapshotId: SnapshotId; readonly confirm: boolean }
  | {
      readonly type: 'submitCertification';
      readonly attestation: { readonly name: string; readonly accepted: boolean };
      readonly attestationVersion: number;
      readonly hasGroups: boolean;
    }
  | {
      readonly type: 'withdrawSubmission';
      readonly reason: string;
      readonly members: readonly ParticipantMember[];
    }
  | { readonly type: 'confirmSent' }
  | { readonly type: 'requestRecertification'; readonly requestId: RequestId; readonly reason: string }
  | { readonly type: 'withdrawRecertificationRequest'; readonly requestId: RequestId };

/** What the state asks for, one participant at a time. `members` are the current ones: work that goes on is theirs. */
export type StateCommand =
  | { readonly type: 'decide:APPROVE'; readonly reason: string | null; readonly confirmNotCertified: boolean }
  | {
      readonly type: 'decide:REQUEST_RECERTIFICATION';
      readonly reason: string | null;
      readonly newDueDate: CalendarDate | null;
      readonly members: readonly ParticipantMember[];
      readonly snapshotId: SnapshotId;
    }
  | {
      readonly type: 'decide:UNAPPROVE';
      readonly reason: string | null;
      readonly members: readonly ParticipantMember[];
    }
  | { readonly type: 'decide:DECLINE_REQUEST'; readonly reason: string | null }
  | {
      readonly type: 'overrideDueDate';
      readonly userId: UserId | 'ALL';
      readonly dueDate: CalendarDate;
      readonly reason: string;
    }
  | { readonly type: 'removeOverride'; readonly userId: UserId | 'ALL' }
  | { readonly type: 'takeSnapshots'; readonly snapshotId: SnapshotId; readonly confirm: boolean };

/** What flows, workers and timers report. Late and repeated reports change nothing. */
export type SystemCommand =
  | {
      readonly type: 'takeScheduledSnapshot';
      readonly trigger: 'FULL' | 'CLEANUP';
      readonly snapshotId: SnapshotId;
      readonly contentHash: string;
    }
  | { readonly type: 'validateSnapshot'; readonly runId: RunId; readonly hasGroups: boolean }
  | {
      readonly type: 'recordRunStarted';
      readonly runId: RunId;
      readonly step: ValidationStep;
      readonly round: number;
    }
  | {
      readonly type: 'recordRunEnded';
      readonly runId: RunId;
      readonly step: ValidationStep;
      readonly round: number;
      readonly outcome: 'COMPLETED' | 'FAILED' | 'CANCELLED';
      /** Fatal rows plus errored Fatal rules; null unless completed. */
      readonly blockers: number | null;
      readonly problem: string | null;
    }
  | {
      readonly type: 'recordSnapshotTaken';
      readonly snapshotId: SnapshotId;
      readonly takenAt: Instant;
      readonly contentHash: string;
      /** The id of the run on it, used when groups are linked. */
      readonly runId: RunId;
      readonly requestedBy: UserId | null;
      readonly hasGroups: boolean;
    }
  | { readonly type: 'recordSnapshotFailed'; readonly snapshotId: SnapshotId; readonly problem: string }
  | { readonly type: 'reconcileMembers'; readonly members: readonly ParticipantMember[] }
  | {
      readonly type: 'applyRevision';
      readonly revision: number;
      readonly groupsChanged: boolean;
      /** Null unless the publisher asked everyone who had certified to do so again. */
      readonly requireRecertification: { readonly by: UserId; readonly reason: string } | null;
      readonly members: readonly ParticipantMember[];
      readonly snapshotId: SnapshotId;
    }
  | { readonly type: 'withdrawParticipant'; readonly reason: string }
  | {
      readonly type: 'restoreParticipant';
      readonly revision: number;
      readonly members: readonly ParticipantMember[];
    };

export type ParticipantCommand = LocalCommand | StateCommand | SystemCommand;
export type DecisionCommand = Extract<StateCommand, { readonly type: `decide:${string}` }>;
