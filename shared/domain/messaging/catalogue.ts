import type { Alert, AlertKind } from './alert.ts';

/**
 * How an occasion is told besides the Message Center, where everything is. AT_ONCE: a mail of its own, since somebody has
 * to act or waits for it. DAILY: in the one mail of the next morning, unless it was read by then.
 */
export type Mailing = 'AT_ONCE' | 'DAILY';

export interface Occasion {
  readonly process: Alert['process'];
  /** It stays in the Message Center until the work it calls for is done. */
  readonly required: boolean;
  readonly mailing: Mailing;
}

const atOnce: Occasion = { process: 'Data Certification', required: false, mailing: 'AT_ONCE' };
const daily: Occasion = { ...atOnce, mailing: 'DAILY' };
const callsForWork: Occasion = { ...atOnce, required: true };
const jobDone: Occasion = { process: 'Batch Report Complete', required: false, mailing: 'DAILY' };
const jobFailed: Occasion = { ...jobDone, mailing: 'AT_ONCE' };

/** Every occasion, and how it is told. */
export const catalogue: Readonly<Record<AlertKind, Occasion>> = {
  CERTIFICATION_EVENT_PUBLISHED: callsForWork,
  CERTIFICATION_EVENT_CHANGED: atOnce,
  CERTIFICATION_EVENT_CLOSED: atOnce,
  PARTICIPANT_REMOVED: atOnce,
  NO_CERTIFIER: atOnce,
  PARTICIPANTS_WITHOUT_CERTIFIER: atOnce,
  PEOPLE_WITHOUT_MAIL: daily,
  WINDOW_OPENS: daily,
  DAYS_LEFT: daily,
  ONE_DAY_LEFT: atOnce,
  OVERDUE: atOnce,
  OVERDUE_DIGEST: atOnce,
  DUE_DATE_CHANGED: atOnce,
  MESSAGE: atOnce,
  RUN_FINISHED: jobDone,
  RUN_FAILED: jobFailed,
  SNAPSHOT_FINISHED: jobDone,
  SNAPSHOT_FAILED: jobFailed,
  SNAPSHOT_MISSING: daily,
  SNAPSHOTS_MISSING: daily,
  CERTIFIER_DONE: daily,
  CERTIFICATION_SENT: daily,
  SUBMISSION_WITHDRAWN: daily,
  CERTIFICATION_APPROVED: atOnce,
  APPROVAL_REVERSED: atOnce,
  RECERTIFICATION_REQUIRED: callsForWork,
  RECERTIFICATION_REQUESTED: atOnce,
  REQUEST_WITHDRAWN: daily,
  REQUEST_DECLINED: atOnce,
  WORK_UNDONE: atOnce,
  FILE_REFUSED: jobDone,
};
