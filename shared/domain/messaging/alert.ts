import type { AlertId, CertificationEventId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

export type AlertKind =
  | 'CERTIFICATION_EVENT_PUBLISHED'
  | 'NO_CERTIFIER'
  | 'RUN_FINISHED'
  | 'SNAPSHOT_FINISHED'
  | 'CERTIFICATION_SENT'
  | 'CERTIFICATION_APPROVED'
  | 'RECERTIFICATION_REQUIRED'
  | 'RECERTIFICATION_REQUESTED'
  | 'REQUEST_DECLINED'
  | 'CERTIFICATION_EVENT_CLOSED'
  | 'CERTIFIER_DONE'
  | 'WORK_UNDONE'
  | 'MESSAGE';

/** One line of a person's Message Center. Its id is made of what it tells, so that telling twice is telling once. */
export interface Alert {
  readonly id: AlertId;
  readonly userId: UserId;
  readonly kind: AlertKind;
  readonly process: 'Data Certification' | 'Batch Report Complete';
  readonly name: string;
  /** What is to be read below the line, where somebody wrote it; null where the line says it all. */
  readonly text: string | null;
  /** Cannot be dismissed while the task it is about is open. */
  readonly required: boolean;
  readonly postedAt: Instant;
  readonly dueDate: string | null;
  readonly link: string;
  readonly certificationEventId: CertificationEventId | null;
  readonly organizationId: OrganizationId | null;
  readonly readAt: Instant | null;
  readonly dismissedAt: Instant | null;
}
