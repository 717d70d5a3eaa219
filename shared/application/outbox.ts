import type { AlertKind } from '../domain/messaging/alert.ts';
import type {
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
  | { readonly kind: 'CATEGORY_STATE'; readonly approversOnly: boolean };

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

/** What the notification worker is asked; `from` continues a long list of participants where the last message stopped. */
export type NotifyWork =
  | {
      readonly version: 1;
      readonly type: 'NOTIFY';
      readonly notification: Notification;
      readonly from?: string | undefined;
    }
  | {
      readonly version: 1;
      readonly type: 'DELIVER_MESSAGE';
      readonly messageId: MessageId;
      readonly from?: string | undefined;
    }
  | {
      readonly version: 1;
      readonly type: 'DRAIN_WAITS';
      readonly certificationEventId: CertificationEventId;
      readonly from?: string | undefined;
    };

/** A message that must go out because something was committed. The relay sends each at least once; every receiver dedupes. */
export type OutboxMessage =
  | { readonly type: 'START_EXECUTION'; readonly machine: MachineName; readonly name: string; readonly input: unknown }
  | { readonly type: 'QUEUE_RUN'; readonly runId: RunId; readonly districtId: OrganizationId; readonly size: number }
  | { readonly type: 'QUEUE_INGEST'; readonly uploadId: UploadId; readonly organizationId: OrganizationId }
  | { readonly type: 'NOTIFY'; readonly notification: Notification }
  | { readonly type: 'DELIVER_MESSAGE'; readonly messageId: MessageId }
  | { readonly type: 'ARM_TIMER'; readonly timerId: string; readonly version: number; readonly dueAt: Instant }
  | { readonly type: 'DISARM_TIMER'; readonly timerId: string; readonly version: number }
  | {
      readonly type: 'ANSWER_WAIT';
      readonly certificationEventId: CertificationEventId;
      readonly organizationId: OrganizationId;
      readonly sentSequence: number;
      readonly outcome: ApprovalOutcome;
    }
  /** A closed certification event: every approval flow that still waits ends. */
  | { readonly type: 'DRAIN_WAITS'; readonly certificationEventId: CertificationEventId }
  | { readonly type: 'SYNC_SIGN_IN'; readonly userId: UserId; readonly active: boolean }
  | { readonly type: 'SEND_MAIL'; readonly to: string; readonly subject: string; readonly text: string };

/** A workflow that takes snapshots: for these participants, or for every one that has none in its round. */
export interface SnapshotFlowInput {
  readonly version: 1;
  readonly certificationEventId: CertificationEventId;
  readonly organizationIds: readonly OrganizationId[] | null;
  readonly trigger: 'CERT_START' | 'MANUAL_TAKE' | 'RETAKE' | 'FULL' | 'CLEANUP' | 'STATE_MANUAL';
  /** Set when one snapshot was already queued for one participant. */
  readonly snapshotId: SnapshotId | null;
}
