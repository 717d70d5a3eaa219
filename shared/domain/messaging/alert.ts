import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { AlertId, CertificationEventId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** Every occasion on which people are told something; `catalogue.ts` says of each how it reads and how it is mailed. */
export const alertKinds = [
  'CERTIFICATION_EVENT_PUBLISHED',
  'CERTIFICATION_EVENT_CHANGED',
  'CERTIFICATION_EVENT_CLOSED',
  'PARTICIPANT_REMOVED',
  'NO_CERTIFIER',
  'PARTICIPANTS_WITHOUT_CERTIFIER',
  'PEOPLE_WITHOUT_MAIL',
  'WINDOW_OPENS',
  'DAYS_LEFT',
  'ONE_DAY_LEFT',
  'OVERDUE',
  'OVERDUE_DIGEST',
  'DUE_DATE_CHANGED',
  'MESSAGE',
  'RUN_FINISHED',
  'RUN_FAILED',
  'SNAPSHOT_FINISHED',
  'SNAPSHOT_FAILED',
  'SNAPSHOT_MISSING',
  'SNAPSHOTS_MISSING',
  'CERTIFIER_DONE',
  'CERTIFICATION_SENT',
  'SUBMISSION_WITHDRAWN',
  'CERTIFICATION_APPROVED',
  'APPROVAL_REVERSED',
  'RECERTIFICATION_REQUIRED',
  'RECERTIFICATION_REQUESTED',
  'REQUEST_WITHDRAWN',
  'REQUEST_DECLINED',
  'WORK_UNDONE',
  'FILE_REFUSED',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const isAlertKind = (kind: string): kind is AlertKind => alertKinds.some((one) => one === kind);

/** The two words under which the Message Center lists alerts. */
export const alertProcesses = ['Data Certification', 'Batch Report Complete'] as const;

/**
 * What an alert's sentence is made of: names, numbers, days as `YYYY-MM-DD`, codes. Kept with it, so that a reader's own
 * language can say the same. What people wrote, a reason or a message, is its `text` and nowhere else.
 */
export const alertFactNames = [
  'participant',
  'due',
  'days',
  'count',
  'total',
  'names',
  'more',
  'changed',
  'startDate',
  'certificationOpensDate',
  'endDate',
  'title',
  'problem',
  'stopped',
  'finalStatus',
  'notCertified',
  'done',
  'certifiers',
  'problems',
  'firstProblem',
  'line',
  'upload',
] as const;

/** Every alert says in whose state and about what. */
export type AlertFacts = Readonly<Record<string, string>>;

/** One line of a person's Message Center. Its id is made of what it tells, so that telling twice is telling once. */
export interface Alert {
  readonly id: AlertId;
  readonly userId: UserId;
  readonly kind: AlertKind;
  readonly process: (typeof alertProcesses)[number];
  /** The sentence in English, as it is mailed. */
  readonly name: string;
  readonly facts: AlertFacts;
  /** What else there is to read: a reason, a final status, a message. */
  readonly text: string | null;
  /** Cannot be dismissed while the task it is about is open. */
  readonly required: boolean;
  readonly postedAt: Instant;
  readonly dueDate: string | null;
  readonly link: string;
  readonly certificationEventId: CertificationEventId | null;
  readonly organizationId: OrganizationId | null;
  /** The day whose one mail mentions it; null when it had a mail of its own, or none. */
  readonly digestOn: CalendarDate | null;
  readonly readAt: Instant | null;
  readonly dismissedAt: Instant | null;
}
