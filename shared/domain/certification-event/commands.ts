import type { CertificationEventId, GroupId, OrganizationId } from '../../kernel/ids.ts';
import type { Category } from '../category/state.ts';
import type { RuleVersion, ValidationGroup } from '../rule-library/state.ts';
import type { Body, Compaction, Definition } from './state.ts';

/** A linked group as it stands, with the version of each of its rules that a publication would pin, in order. */
export interface LinkedGroup {
  readonly group: ValidationGroup;
  readonly rules: readonly RuleVersion[];
}

/** What the ids of a definition stand for. An id that stands for nothing is missing here. */
export interface References {
  readonly category: Category | null;
  readonly groups: ReadonlyMap<GroupId, LinkedGroup>;
  readonly unknownOrganizations: readonly OrganizationId[];
  readonly unknownDatasets: readonly string[];
}

/** How far a participant of the published revision is. */
export interface Standing {
  readonly organizationId: OrganizationId;
  /** Somebody has run or completed a step in this round. */
  readonly worked: boolean;
  /** Somebody has submitted in this round, or the state has approved it. */
  readonly certified: boolean;
  /** In the state's hands: sent, approved, or asked back. Nobody works on it. */
  readonly finished: boolean;
  /** In this round or an earlier one: what was certified once is never as if it had not been. */
  readonly everCertified: boolean;
}

export interface PublishFacts {
  /** The body of the draft that is to be published. */
  readonly body: Body;
  readonly references: References;
  /** The draft's selection, resolved: every organization, and whether it is of the level of the certification event. */
  readonly selected: readonly { readonly organizationId: OrganizationId; readonly ofLevel: boolean }[];
  /** Empty at the first publication. */
  readonly standings: readonly Standing[];
  /** The body of the published revision; null at the first publication. */
  readonly publishedBody: Body | null;
}

/** Work that closing would freeze. */
export interface OpenWork {
  readonly unfinishedParticipants: number;
  readonly openRequests: number;
  readonly unfinishedRuns: number;
}

export interface Withdrawal {
  readonly organizationId: OrganizationId;
  readonly reason: string;
}

export interface CreateCertificationEvent {
  readonly type: 'createCertificationEvent';
  readonly id: CertificationEventId;
  readonly number: number;
  readonly definition: Definition;
  readonly bodyId: string;
  readonly references: References;
}

/** `definition` is the one the copier sees: the published one, or the draft of one never published. */
export interface CopyCertificationEvent {
  readonly type: 'copyCertificationEvent';
  readonly id: CertificationEventId;
  readonly number: number;
  readonly definition: Definition;
  readonly bodyId: string;
  /** Names already used in the same reporting year. */
  readonly takenNames: readonly string[];
}

export type CompactedObjects = Omit<Compaction, 'compactedAt' | 'publishedAt'>;

/** The types are operation ids, but for the steps of the publish flow, of the retention rule and of the compaction. */
export type CertificationEventCommand =
  | CopyCertificationEvent
  | {
      readonly type: 'replaceCertificationEvent';
      readonly definition: Definition;
      readonly bodyId: string;
      readonly references: References;
    }
  | { readonly type: 'deleteCertificationEvent' }
  | {
      readonly type: 'publishCertificationEvent';
      readonly confirm: boolean;
      readonly requireRecertification: boolean;
      readonly withdrawals: readonly Withdrawal[];
      /** The id of the frozen body. */
      readonly bodyId: string;
      readonly facts: PublishFacts;
    }
  | { readonly type: 'completePublication'; readonly revision: number }
  | { readonly type: 'failPublication'; readonly revision: number; readonly problem: string }
  | { readonly type: 'resumePublication'; readonly revision: number }
  | { readonly type: 'discardChanges' }
  | {
      readonly type: 'closeCertificationEvent';
      readonly comment: string;
      readonly confirm: boolean;
      readonly openWork: OpenWork;
    }
  | { readonly type: 'placeLegalHold'; readonly reason: string }
  | { readonly type: 'releaseLegalHold'; readonly reason: string }
  | { readonly type: 'beginDeletion'; readonly retentionYears: number }
  | { readonly type: 'finishDeletion' }
  | { readonly type: 'recordCompaction'; readonly written: CompactedObjects }
  | { readonly type: 'finishCompaction' };
