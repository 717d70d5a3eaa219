import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CategoryId, CertificationEventId, GroupId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ReportingYear } from '../../kernel/reporting-year.ts';
import type { Level } from '../category/state.ts';
import type { GroupEntry } from '../rule-library/state.ts';

export type SnapshotMethod = 'NONE' | 'ON_CERT_START' | 'FULL';

/** The small part of a definition: what lists show and what every command on a participant needs. Null: not yet given. */
export interface Outline {
  readonly name: string;
  readonly reportingYear: ReportingYear;
  readonly startDate: CalendarDate | null;
  readonly certificationOpensDate: CalendarDate | null;
  readonly endDate: CalendarDate | null;
  readonly active: boolean;
  readonly level: Level | null;
  readonly categoryId: CategoryId | null;
  readonly snapshotMethod: SnapshotMethod | null;
  readonly missingSnapshotAt: Instant | null;
  readonly fullSnapshotAt: Instant | null;
  readonly allowDistrictRetake: boolean;
}

/** An outline that can be published: everything given, `certificationOpensDate` being the start date where none was chosen. */
export interface CompleteOutline extends Outline {
  readonly startDate: CalendarDate;
  readonly certificationOpensDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly level: Level;
  readonly categoryId: CategoryId;
  readonly snapshotMethod: SnapshotMethod;
}

export type DataLink =
  | { readonly type: 'VALIDATION_GROUP'; readonly groupId: GroupId }
  | { readonly type: 'EXTERNAL_URL'; readonly label: string; readonly url: string };

/** Everyone of the event's level, or a list. */
export type ParticipantSelection = readonly OrganizationId[] | { readonly all: true };

/** The long part of a definition. Bodies are immutable rows; a head points at them by `bodyId` (ruling B: the head stays under 1 KB). */
export interface Body {
  readonly description: string | null;
  readonly dataLinks: readonly DataLink[];
  readonly participants: ParticipantSelection;
  readonly requiredDatasets: readonly string[];
  /** Filled when a revision is frozen: the exact rule versions it validates with. Empty in a draft. */
  readonly pinnedGroups: readonly PinnedGroup[];
}

/** An exact version of a rule that its group runs, and how seriously it took it. */
export interface PinnedRule extends Omit<GroupEntry, 'enabled'> {
  readonly ruleVersion: number;
}

export interface PinnedGroup {
  readonly groupId: GroupId;
  readonly groupVersion: number;
  readonly name: string;
  readonly rules: readonly PinnedRule[];
}

/** A whole definition, as an editor sends and reads it. */
export interface Definition {
  readonly outline: Outline;
  readonly body: Body;
}

interface Identity {
  readonly id: CertificationEventId;
  /** Counts certification events 1, 2, ...; titles of runs carry it. */
  readonly number: number;
  readonly createdBy: UserId;
  readonly createdAt: Instant;
  readonly copiedFrom: CertificationEventId | null;
}

/** A draft: its outline, and where its body lies. */
export interface Draft {
  readonly outline: Outline;
  readonly bodyId: string;
}

/** A publication under way. The flow is named by event, revision and attempt, so that a replay is a no-op. */
export interface Publishing {
  readonly revision: number;
  /** 1, then one more each time a stopped flow is resumed. */
  readonly attempt: number;
  readonly outline: CompleteOutline;
  readonly bodyId: string;
  /** When the present attempt began. */
  readonly startedAt: Instant;
  readonly startedBy: UserId;
  readonly participantCount: number;
  readonly requireRecertification: boolean;
  readonly withdrawals: readonly { readonly organizationId: OrganizationId; readonly reason: string }[];
  /** Why the flow stopped; the sweeper resumes it. */
  readonly problem: string | null;
}

/** What participants see and work by. */
export interface Published {
  readonly revision: number;
  readonly outline: CompleteOutline;
  readonly bodyId: string;
  readonly publishedAt: Instant;
  readonly publishedBy: UserId;
  readonly participantCount: number;
  /** The bodies of earlier revisions: what was certified under one of them was certified by its rules. */
  readonly formerBodies: readonly { readonly revision: number; readonly bodyId: string }[];
}

export interface OpenCertificationEvent extends Identity {
  readonly status: 'OPEN';
  readonly draft: Draft;
}

export interface PublishingCertificationEvent extends Identity {
  readonly status: 'PUBLISHING';
  readonly publishing: Publishing;
}

export interface PublishedCertificationEvent extends Identity {
  readonly status: 'PUBLISHED';
  readonly published: Published;
  /** Saved but not yet published changes ("Unpublished Changes"). */
  readonly draft: Draft | null;
  /** A newer revision on its way; participants still see the old one. */
  readonly publishing: Publishing | null;
}

export interface ClosedCertificationEvent extends Identity {
  readonly status: 'CLOSED';
  readonly published: Published;
  readonly closedAt: Instant;
  readonly closedBy: UserId;
  readonly comment: string;
  /** Somebody needs the data longer than the retention rule keeps them: a court, an audit. Null: nobody. */
  readonly legalHold: LegalHold | null;
  /** What the retention rule has done. Null: its time has not come. */
  readonly deletion: Deletion | null;
  /** Its rows written anew for whoever queries them. Null: not yet. */
  readonly compaction: Compaction | null;
}

/**
 * Few large objects that hold the rows of many. From `compactedAt` on the datamart is to name them in place of those that are
 * pinned; from `publishedAt` on it does.
 */
export interface Compaction {
  /** The object that names the others, with their rows, bytes and hashes, and what each was made of. */
  readonly manifest: { readonly key: string; readonly bytes: number; readonly sha256: string };
  readonly objects: number;
  readonly rows: number;
  readonly bytes: number;
  readonly compactedAt: Instant;
  readonly publishedAt: Instant | null;
}

export interface LegalHold {
  readonly reason: string;
  readonly placedBy: UserId;
  readonly placedAt: Instant;
}

/**
 * Rows and reports are gone for everybody from `begunAt` on; `finishedAt` says that nothing of them was left. What was
 * certified, by whom, and over which hashes, stays.
 */
export interface Deletion {
  readonly begunAt: Instant;
  /** The rule at that moment: years after the close. */
  readonly retentionYears: number;
  readonly finishedAt: Instant | null;
}

/** A tombstone: never published, gone from every list. */
export interface DeletedCertificationEvent extends Identity {
  readonly status: 'DELETED';
  readonly deletedAt: Instant;
  readonly deletedBy: UserId;
}

export type CertificationEvent =
  | OpenCertificationEvent
  | PublishingCertificationEvent
  | PublishedCertificationEvent
  | ClosedCertificationEvent
  | DeletedCertificationEvent;

/** A certification event that participants work on or worked on. */
export type LiveCertificationEvent = PublishedCertificationEvent | ClosedCertificationEvent;
