import type { ParticipantStatus, UserStatus } from './state.ts';

/** A person's own status, in the product's words. */
export const userStatusLabels: Readonly<Record<UserStatus, string>> = {
  NOT_STARTED: 'Open',
  INCOMPLETE: 'Certification Incomplete',
  OVERDUE: 'Incomplete - Overdue',
  COMPLETE: 'Certification Complete',
  APPROVED_COMPLETE: 'Certification Complete',
  COMPLETE_BY_STATE: 'Certification Complete',
  REQUEST_PENDING: 'Recertification Request Pending',
  NOT_APPLICABLE: 'N/A',
};

/** "Event Status" as districts and schools read it. */
export const eventStatusLabels: Readonly<Record<ParticipantStatus, string>> = {
  IN_PROGRESS: 'In Progress',
  SENT: 'Certification Sent to State',
  APPROVED: 'Certification Approved by State',
  RECERT_REQUESTED: 'Recertification Request Sent',
  RECERT_IN_PROGRESS: 'Recertification In Progress',
  WITHDRAWN: 'Withdrawn',
};

/** The same as the state reads it in the event viewer. */
export const participantStatusLabels: Readonly<Record<ParticipantStatus, string>> = {
  ...eventStatusLabels,
  SENT: 'Certified',
  APPROVED: 'Approved',
};

/** What the state's own members of a category are called. */
export const stateRoleLabels: Readonly<Record<'APPROVER' | 'REVIEWER', string>> = {
  APPROVER: 'Approver',
  REVIEWER: 'Reviewer',
};
