import type { AlertKind } from '../domain/messaging/alert.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type {
  CategoryId,
  CertificationEventId,
  MessageId,
  OrganizationId,
  RunId,
  SnapshotId,
  UploadId,
  UserId,
} from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

export type MachineName = 'publish' | 'snapshot' | 'approval';

/** How an approval flow's wait ends. */
export type ApprovalOutcome = 'APPROVED' | 'RETURNED' | 'WITHDRAWN' | 'CLOSED';

/** Whom a notification is for; the worker finds the people when it delivers. */
export type Audience =
  | { readonly kind: 'USER'; readonly userId: UserId }
  | { readonly kind: 'PARTICIPANT'; readonly organizationId: OrganizationId; readonly except: UserId | null }
  | { readonly kind: 'ALL_PARTICIPANTS' }
  /** Participants that the revision before, whose body is named, did not have. */
  | { readonly kind: 'NEW_PARTICIPANTS'; readonly formerBodyId: string }
  /** Participants that it had, and that still have work to do. */
  | { readonly kind: 'FORMER_PARTICIPANTS'; readonly formerBodyId: string; readonly formerEndDate: CalendarDate }
  | { readonly kind: 'CATEGORY_STATE'; readonly approversOnly: boolean }
  /** The category's state members, and whoever published. */
  | { readonly kind: 'STATE_WATCHERS' }
  | { readonly kind: 'DISTRICT_ADMINISTRATORS'; readonly districtId: OrganizationId };

/** Something to tell people. `dedupe` names the occasion, so that the same occasion reaches a person once. */
export interface Notification {
  readonly kind: AlertKind;
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId | null;
  readonly audience: Audience;
  readonly dedupe: string;
  readonly postedAt: Instant;
  /** Words that fill the template: reason, run title ... Never student data. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Who was found missing while a long list was told: how many, and the first names. */
export interface Tally {
  readonly count: number;
  readonly names: readonly string[];
}

/** Work under way is to follow the lists of members: what a district changed, or what changed while something was being published. */
export type MembersWork =
  | {
      readonly type: 'RECONCILE_MEMBERS';
      readonly categoryIds: readonly CategoryId[];
      readonly districtId: OrganizationId;
    }
  | { readonly type: 'RECONCILE_PUBLISHED'; readonly certificationEventId: CertificationEventId };

/** Work of the notification worker that is not one plain notification. */
export type Errand =
  | { readonly type: 'DELIVER_MESSAGE'; readonly messageId: MessageId }
  /** A closed certification event: its last seal. */
  | { readonly type: 'SEAL_AUDIT'; readonly certificationEventId: CertificationEventId }
  /** A closed certification event: every approval flow that still waits ends. */
  | { readonly type: 'DRAIN_WAITS'; readonly certificationEventId: CertificationEventId }
  /** Arms the mornings on which a due date is spoken of; null: all of the certification event, and cancels the others. */
  | {
      readonly type: 'PLAN_REMINDERS';
      readonly certificationEventId: CertificationEventId;
      readonly dueDate: CalendarDate | null;
    }
  /** A morning has come: who has not finished is reminded. */
  | {
      readonly type: 'REMIND';
      readonly certificationEventId: CertificationEventId;
      readonly day: CalendarDate;
      readonly at: Instant;
    }
  | { readonly type: 'SEND_DIGESTS'; readonly day: CalendarDate }
  /** The agency's zone is another one: all timers are set to their hours anew. */
  | { readonly type: 'RENEW_TIMERS' }
  | MembersWork;

/** What the notification worker is asked; `from` continues a long list where the last message stopped. */
export type NotifyWork =
  | {
      readonly version: 1;
      readonly type: 'NOTIFY';
      readonly notification: Notification;
      readonly from?: string | undefined;
      readonly withoutCertifier?: Tally | undefined;
      readonly withoutMail?: Tally | undefined;
    }
  | (Errand & { readonly version: 1; readonly from?: string | undefined });

/** A message that must go out because something was committed. The relay sends each at least once; every receiver dedupes. */
export type OutboxMessage =
  | { readonly type: 'START_EXECUTION'; readonly machine: MachineName; readonly name: string; readonly input: unknown }
  | { readonly type: 'QUEUE_RUN'; readonly runId: RunId; readonly districtId: OrganizationId; readonly size: number }
  | {
      readonly type: 'QUEUE_INGEST';
      readonly uploadId: UploadId;
      readonly organizationId: OrganizationId;
      readonly size: number;
    }
  | { readonly type: 'NOTIFY'; readonly notification: Notification }
  | { readonly type: 'ARM_TIMER'; readonly timerId: string; readonly version: number; readonly dueAt: Instant }
  | { readonly type: 'DISARM_TIMER'; readonly timerId: string; readonly version: number }
  | {
      readonly type: 'ANSWER_WAIT';
      readonly certificationEventId: CertificationEventId;
      readonly organizationId: OrganizationId;
      readonly sentSequence: number;
      readonly outcome: ApprovalOutcome;
    }
  | Errand
  | { readonly type: 'SYNC_SIGN_IN'; readonly userId: UserId }
  | { readonly type: 'SEND_MAIL'; readonly to: string; readonly subject: string; readonly text: string };

/**
 * A workflow that takes snapshots: for these participants, or for every one that has none in its round. VALIDATION queues the
 * runs on what a schedule took.
 */
export interface SnapshotFlowInput {
  readonly version: 1;
  readonly certificationEventId: CertificationEventId;
  readonly organizationIds: readonly OrganizationId[] | null;
  readonly trigger: 'CERT_START' | 'MANUAL_TAKE' | 'RETAKE' | 'FULL' | 'CLEANUP' | 'STATE_MANUAL' | 'VALIDATION';
  /** Set when one snapshot was already queued for one participant. */
  readonly snapshotId: SnapshotId | null;
}
