import type { RefusalCode } from '../../domain/refusal.ts';

/** What a person reads beside a step he cannot complete yet, and what to do about it. */
export const blockerSentences: Readonly<Partial<Record<RefusalCode, string>>> = {
  EVENT_CLOSED: 'The state has closed this certification event.',
  EVENT_PAUSED: 'The state has paused this certification event.',
  WINDOW_NOT_OPEN: 'The certification window is not open yet.',
  NOT_STARTED_YET: 'Data may be reviewed from the start date on.',
  PAST_DUE: 'The due date has passed. Ask the state for a later one.',
  ALREADY_SUBMITTED: 'This certification is with the state.',
  NOT_STARTED: 'Press Start Certification first.',
  STEP_OUT_OF_ORDER: 'Complete the steps before this one first.',
  RUN_NOT_FINISHED: 'Generate the report and wait until it is complete.',
  STALE: 'The data or the rules have changed. Generate the report again.',
  FATAL_FINDINGS: 'Fatal findings must be resolved. Correct the data, deliver them, and generate the report again.',
  REPORT_NOT_VIEWED: 'Open the report.',
  REVIEW_NOT_CONFIRMED: 'Confirm that you have reviewed the data.',
  NO_SNAPSHOT: 'Take the snapshot and wait until it is complete.',
  STEPS_INCOMPLETE: 'Complete all validation steps first.',
  FORBIDDEN: 'Only a certifier of this participant can do this.',
  ATTESTATION_REQUIRED: 'Accept the statement and sign it with your name.',
};
