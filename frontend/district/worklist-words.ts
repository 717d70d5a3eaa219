/** What the filters of the worklist may hold, in the order they are shown. */
export const userStatuses = [
  'NOT_STARTED',
  'INCOMPLETE',
  'OVERDUE',
  'COMPLETE',
  'APPROVED_COMPLETE',
  'COMPLETE_BY_STATE',
  'REQUEST_PENDING',
  'NOT_APPLICABLE',
] as const;

export const participantStatuses = [
  'IN_PROGRESS',
  'SENT',
  'APPROVED',
  'RECERT_REQUESTED',
  'RECERT_IN_PROGRESS',
] as const;

export const worklistSorts = ['eventName', '-eventName', 'dueDate', '-dueDate'] as const;

export const stepNames = [
  'district-validation',
  'state-validation',
  'snapshot-validation',
  'certify-and-submit',
] as const;
