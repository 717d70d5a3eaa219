import type { RefusalCode } from '../../domain/refusal.ts';

/** Refusals of the door itself, before any decision. */
export type DoorCode =
  | 'MALFORMED_JSON'
  | 'CURSOR_INVALID'
  | 'IDEMPOTENCY_KEY_REQUIRED'
  | 'IDEMPOTENCY_KEY_INVALID'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_INPUT'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'IF_MATCH_REQUIRED'
  | 'IF_MATCH_STALE'
  | 'METHOD_NOT_ALLOWED'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'INTERNAL'
  | 'UNAVAILABLE';

export type ProblemCode = DoorCode | RefusalCode;

/** A code's HTTP status and its sentence for people. The one place where a refusal becomes a number. */
export const problems: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  MALFORMED_JSON: [400, 'The body is not valid JSON.'],
  CURSOR_INVALID: [400, 'This page link is not valid any more. Start from the first page.'],
  IDEMPOTENCY_KEY_REQUIRED: [400, 'Send an Idempotency-Key header with every POST.'],
  IDEMPOTENCY_KEY_INVALID: [400, 'The Idempotency-Key must be 1 to 200 printable characters.'],
  UNAUTHENTICATED: [401, 'Sign in first.'],
  FORBIDDEN: [403, 'You do not have the right to do this.'],
  SEPARATION_OF_DUTIES: [403, 'You certified this participant yourself, so somebody else must decide.'],
  OWN_RIGHTS: [403, 'Nobody raises his own rights. Ask another administrator.'],
  RIGHTS_EXCEEDED: [403, 'You cannot give what you do not have yourself.'],
  NOT_FOUND: [404, 'There is no such thing here.'],
  METHOD_NOT_ALLOWED: [405, 'This address does not take this method.'],
  CONFLICT: [409, 'Somebody changed this at the same moment. Load it again and retry.'],
  ALREADY_EXISTS: [409, 'This id is taken already.'],
  OWN_ADMINISTRATION: [409, 'Nobody takes this from himself. Ask another administrator.'],
  TOO_MANY_MEMBERSHIPS: [409, 'This person is a member of as many categories as one can be.'],
  EVENT_CLOSED: [409, 'This certification event is closed.'],
  NOT_CLOSED: [409, 'This certification event is not closed yet.'],
  LEGAL_HOLD: [409, 'This certification event is under a legal hold already.'],
  NO_LEGAL_HOLD: [409, 'This certification event is under no legal hold.'],
  EVENT_PAUSED: [409, 'The state has paused this certification event.'],
  WINDOW_NOT_OPEN: [409, 'The certification window is not open yet.'],
  NOT_STARTED_YET: [409, 'Data may be reviewed from the start date on.'],
  PAST_DUE: [409, 'The due date has passed.'],
  ALREADY_SUBMITTED: [409, 'This certification was already submitted.'],
  NOT_STARTED: [409, 'Start the certification first.'],
  STEPS_INCOMPLETE: [409, 'Complete the validation steps first.'],
  STEP_OUT_OF_ORDER: [409, 'Complete the steps before this one first.'],
  STEP_SKIPPED: [409, 'This step is not required.'],
  STALE: [409, 'The data or the rules have changed. Run this step again.'],
  FATAL_FINDINGS: [409, 'Fatal findings must be resolved first.'],
  REPORT_NOT_VIEWED: [409, 'Open the report first.'],
  RUN_NOT_FINISHED: [409, 'The report is not finished.'],
  REVIEW_NOT_CONFIRMED: [409, 'Confirm that you have reviewed the data.'],
  NO_GROUPS: [409, 'No validation group is linked, so there is nothing to run.'],
  NO_SNAPSHOT: [409, 'There is no completed snapshot yet.'],
  RETAKE_NOT_ALLOWED: [409, 'The state does not allow districts to retake this snapshot.'],
  CONFIRMATION_REQUIRED: [409, 'This needs your confirmation.'],
  NOT_PUBLISHED: [409, 'This certification event is not published.'],
  ALREADY_PUBLISHED: [409, 'A published certification event cannot be deleted. Close it instead.'],
  NO_CHANGES: [409, 'There are no changes to publish.'],
  NO_PARTICIPANTS: [409, 'Choose at least one participant.'],
  NO_DATA_LINK: [409, 'Link at least one validation group or external address.'],
  DATES_MISSING: [409, 'Start date and end date are needed.'],
  END_IN_PAST: [409, 'The end date has passed.'],
  CATEGORY_MISSING: [409, 'Choose a certification category.'],
  CATEGORY_INACTIVE: [409, 'The certification category is not active.'],
  CATEGORY_NOT_PUBLISHED: [409, 'The certification category is not published to districts.'],
  CATEGORY_IN_USE: [409, 'A published certification event uses this category.'],
  CATEGORY_FIXED: [409, 'Somebody has certified, so the category cannot change any more.'],
  LEVEL_MISMATCH: [409, 'Level, category, groups and participants do not agree.'],
  GROUP_INACTIVE: [409, 'A linked validation group is not active.'],
  RULE_FORBIDDEN: [409, 'A linked group holds a rule with an ad hoc filter or a calendar parameter.'],
  SNAPSHOT_METHOD_MISSING: [409, 'Choose a snapshot method.'],
  SNAPSHOT_TIME_INVALID: [409, 'The snapshot time must lie after the opening and not after the end.'],
  PUBLISHING: [409, 'Publishing is under way.'],
  NOT_CERTIFIED: [409, 'Not every certifier has submitted. Confirm and give a reason to approve all the same.'],
  NOTHING_CERTIFIED: [409, 'Nobody has certified, so there is nothing to do again. Send a reminder instead.'],
  NEW_DUE_DATE_REQUIRED: [409, 'The due date has passed: give a new one.'],
  NO_RECIPIENTS: [409, 'There is nobody to write to.'],
  REPORT_TOO_LARGE: [409, 'This report is too large to be sent. Choose fewer districts.'],
  COMPARISON_TOO_LARGE: [
    409,
    'Too many rows would have to be compared at once. Compare their counts; resync the largest dataset of two copies.',
  ],
  WRONG_STATUS: [409, 'This is not possible in the present status.'],
  REQUEST_PENDING: [409, 'A request for recertification is already open.'],
  NO_OPEN_REQUEST: [409, 'There is no open request for recertification.'],
  DATASET_EXISTS: [409, 'A dataset of this name is declared already.'],
  CODE_TAKEN: [409, 'Another rule has this code.'],
  RUN_FINISHED: [409, 'This run has already ended.'],
  RUN_NOT_FAILED: [409, 'Only a failed or cancelled run can be retried.'],
  ALERT_REQUIRED: [409, 'This alert stays until its task is done.'],
  UPLOAD_NOT_RECEIVED: [409, 'The file has not arrived.'],
  UPLOAD_CHANGED: [409, 'The file that arrived is not the one announced.'],
  DATA_DELETED: [410, 'The rows and reports of this certification event were deleted by the retention rule.'],
  IF_MATCH_STALE: [412, 'Somebody changed this since you loaded it.'],
  BODY_TOO_LARGE: [413, 'The body is larger than 1 MB.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Send the body as application/json in UTF-8.'],
  INVALID_INPUT: [422, 'Some values are not valid.'],
  IDEMPOTENCY_KEY_REUSED: [422, 'This Idempotency-Key was used with another request.'],
  ATTESTATION_REQUIRED: [422, 'Accept the attestation and sign it with your name.'],
  REASON_REQUIRED: [422, 'Give a reason.'],
  DATES_INVALID: [422, 'The dates do not fit each other.'],
  DUE_DATE_INVALID: [422, 'The due date must not lie before today or before the end date.'],
  LEVEL_FIXED: [422, 'The level cannot change after publishing.'],
  REPORTING_YEAR_FIXED: [422, 'The reporting year cannot change after publishing.'],
  URL_INVALID: [422, 'Only addresses that begin with https:// and name a public host can be linked.'],
  LISTING_FATAL: [422, 'A listing cannot be Fatal: its rows are not errors.'],
  CODE_FIXED: [422, 'The code of a rule cannot change: its findings are known by it.'],
  DATASET_INCOMPATIBLE: [422, 'What was delivered rests on this. Declare another dataset instead.'],
  RULE_REFUSED: [422, 'This is not a query that may run as a rule.'],
  COLUMN_DECLARED: [422, 'The dataset has a column of this name already: it stands for itself.'],
  PARENT_INVALID: [422, 'A school lies in a district, a district in a region or the state, a region in the state.'],
  SCHOOL_STAYS: [422, 'A school stays in its district.'],
  ORGANIZATION_UNFIT: [422, 'State staff belong to the agency, everybody else to a district.'],
  LOCAL_ONLY: [422, 'Only people of a district can have this.'],
  REFERENCE_UNKNOWN: [422, 'Something named here does not exist.'],
  IF_MATCH_REQUIRED: [428, 'Send If-Match with the ETag you loaded.'],
  INTERNAL: [500, 'Something went wrong on our side. Nothing was changed.'],
  UNAVAILABLE: [503, 'The system is busy. Try again in a moment.'],
};
