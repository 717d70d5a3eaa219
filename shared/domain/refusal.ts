/** Every expected "no", by a stable code. Where a person must act on it, `facts` says what is meant. */
export const refusalCodes = [
  'NOT_FOUND',
  'FORBIDDEN',
  'EVENT_CLOSED',
  'EVENT_PAUSED',
  'WINDOW_NOT_OPEN',
  'NOT_STARTED_YET',
  'PAST_DUE',
  'ALREADY_SUBMITTED',
  'NOT_STARTED',
  'STEPS_INCOMPLETE',
  'STEP_OUT_OF_ORDER',
  'STEP_SKIPPED',
  'STALE',
  'FATAL_FINDINGS',
  'REPORT_NOT_VIEWED',
  'RUN_NOT_FINISHED',
  'REVIEW_NOT_CONFIRMED',
  'NO_GROUPS',
  'NO_SNAPSHOT',
  'RETAKE_NOT_ALLOWED',
  'CONFIRMATION_REQUIRED',
  'ATTESTATION_REQUIRED',
  'NOT_PUBLISHED',
  'ALREADY_PUBLISHED',
  'NO_CHANGES',
  'NO_PARTICIPANTS',
  'NO_DATA_LINK',
  'DATES_MISSING',
  'DATES_INVALID',
  'END_IN_PAST',
  'CATEGORY_MISSING',
  'CATEGORY_INACTIVE',
  'CATEGORY_NOT_PUBLISHED',
  'LEVEL_MISMATCH',
  'LEVEL_FIXED',
  'REPORTING_YEAR_FIXED',
  'GROUP_INACTIVE',
  'RULE_FORBIDDEN',
  'SNAPSHOT_METHOD_MISSING',
  'SNAPSHOT_TIME_INVALID',
  'PUBLISHING',
  'NOT_CERTIFIED',
  'NEW_DUE_DATE_REQUIRED',
  'DUE_DATE_INVALID',
  'REASON_REQUIRED',
  'NO_RECIPIENTS',
  'REPORT_TOO_LARGE',
  'WRONG_STATUS',
  'NOTHING_CERTIFIED',
  'SEPARATION_OF_DUTIES',
  'REQUEST_PENDING',
  'NO_OPEN_REQUEST',
  'RUN_FINISHED',
  'RUN_NOT_FAILED',
  'ALERT_REQUIRED',
  'REFERENCE_UNKNOWN',
  'UPLOAD_NOT_RECEIVED',
  'UPLOAD_CHANGED',
  'CATEGORY_IN_USE',
  'CATEGORY_FIXED',
  'URL_INVALID',
  'LISTING_FATAL',
  'CODE_TAKEN',
  'DATASET_EXISTS',
  'DATASET_INCOMPATIBLE',
  'CODE_FIXED',
  'RULE_REFUSED',
  'COLUMN_DECLARED',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** For a value of the input: a JSON pointer into it. Then the answer is 422. */
  readonly pointer?: string;
  /** What is wrong with that value, where the code alone does not say it. Only text of our own, never input. */
  readonly detail?: string;
}

export const refusal = (code: RefusalCode, facts?: Refusal['facts']): Refusal =>
  facts === undefined ? { code } : { code, facts };
