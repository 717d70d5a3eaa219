import { parseCalendarDate, spokenDate } from '../../kernel/calendar-date.ts';
import { changeWords } from '../certification-event/change-words.ts';
import { dropProblems, isDropProblem } from '../dataset/dropped-file.ts';
import { eventStatusLabels } from '../participant/labels.ts';
import { participantStatuses } from '../participant/state.ts';
import { isRunProblemCode, runProblems } from '../validation-run/problems.ts';
import type { Alert, AlertFacts, AlertKind } from './alert.ts';
import { catalogue } from './catalogue.ts';

/** What fills a text. `facts` tell what happened: a run's title, a day, how many are done, a reason. No student data. */
export interface AlertSubject {
  readonly shortName: string;
  readonly name: string;
  readonly facts: AlertFacts;
}

type Text = (subject: AlertSubject) => string;

const event: Text = ({ name }) => `Data Certification Event: ${name}`;
const state: Text = ({ shortName }) => `The State of ${shortName}`;
const who: Text = ({ facts }) => facts['participant'] ?? 'A participant';
const spelled = (number: string): string => Number(number).toLocaleString('en-US');
const day = (text: string | undefined): string | null => {
  const date = parseCalendarDate(text ?? '');
  return date === undefined ? null : spokenDate(date);
};
const participants: Text = ({ facts: { count = '0', total } }) =>
  total === undefined
    ? `${spelled(count)} ${count === '1' ? 'participant' : 'participants'}`
    : `${spelled(count)} of ${spelled(total)} participants`;
const people: Text = ({ facts: { count = '0' } }) => `${spelled(count)} ${count === '1' ? 'person' : 'people'}`;
const until: Text = ({ facts }) => (facts['due'] === undefined ? '' : ` until ${day(facts['due']) ?? facts['due']}`);
const listed: Text = ({ facts: { names, more } }) => {
  if (names === undefined) return '';
  return more === undefined ? ` (${names})` : ` (${names}, and ${spelled(more)} more)`;
};
const forWhom: Text = ({ facts }) => (facts['participant'] === undefined ? '' : ` for ${facts['participant']}`);
const because: Text = ({ facts }) => (facts['reason'] === undefined ? '' : ` Reason: ${facts['reason']}`);

const refused = ({ problem, problems = '0', firstProblem = '', line = '', upload = '' }: AlertFacts): string =>
  isDropProblem(problem)
    ? dropProblems[problem]
    : `${spelled(problems)} problems, the first ${firstProblem} in line ${line}; see upload ${upload}`;

/** The line in the Message Center and the subject of the mail. Of what calls for work, the product's own words. */
const lines: Readonly<Record<AlertKind, Text>> = {
  CERTIFICATION_EVENT_PUBLISHED: (subject) => `${state(subject)} published a ${event(subject)}`,
  CERTIFICATION_EVENT_CHANGED: (subject) =>
    `${state(subject)} changed ${changeWords(subject.facts) ?? 'the definition'} of ${event(subject)}`,
  CERTIFICATION_EVENT_CLOSED: (subject) => `${state(subject)} closed the ${event(subject)}`,
  PARTICIPANT_REMOVED: (subject) => `${who(subject)} does not take part any more in ${event(subject)}`,
  NO_CERTIFIER: (subject) => `Nobody can certify${forWhom(subject)} in ${event(subject)}`,
  PARTICIPANTS_WITHOUT_CERTIFIER: (subject) =>
    `${participants(subject)} without anybody to certify${listed(subject)} in ${event(subject)}`,
  PEOPLE_WITHOUT_MAIL: (subject) =>
    `${people(subject)} without a valid e-mail address${listed(subject)} in ${event(subject)}`,
  WINDOW_OPENS: (subject) => `Certification${forWhom(subject)} is open${until(subject)} in ${event(subject)}`,
  DAYS_LEFT: (subject) =>
    `${subject.facts['days'] ?? 'Few'} days left to certify${forWhom(subject)},${until(subject)}, in ${event(subject)}`,
  ONE_DAY_LEFT: (subject) => `1 day left to certify${forWhom(subject)},${until(subject)}, in ${event(subject)}`,
  OVERDUE: (subject) => `Your certification${forWhom(subject)} is overdue in ${event(subject)}`,
  OVERDUE_DIGEST: (subject) => `${participants(subject)} overdue${listed(subject)} in ${event(subject)}`,
  DUE_DATE_CHANGED: (subject) =>
    `${state(subject)} moved your due date to ${day(subject.facts['due']) ?? 'another day'} in ${event(subject)}`,
  MESSAGE: ({ name, facts }) => facts['subject'] ?? name,
  RUN_FINISHED: ({ name, facts }) => `The report ${facts['title'] ?? name} is complete`,
  RUN_FAILED: (subject) =>
    subject.facts['stopped'] === undefined
      ? `The report ${subject.facts['title'] ?? subject.name} could not be made`
      : `Not all of the scheduled snapshots are being validated for ${event(subject)}`,
  SNAPSHOT_FINISHED: (subject) => `The state data snapshot is complete for ${event(subject)}`,
  SNAPSHOT_FAILED: (subject) => `The state data snapshot${forWhom(subject)} could not be taken for ${event(subject)}`,
  SNAPSHOT_MISSING: (subject) =>
    `A snapshot${forWhom(subject)} was missing and has been taken by schedule for ${event(subject)}`,
  SNAPSHOTS_MISSING: (subject) =>
    `${participants(subject)} had no snapshot at the set time${listed(subject)} in ${event(subject)}`,
  CERTIFIER_DONE: (subject) =>
    `${subject.facts['done'] ?? '?'} of ${subject.facts['certifiers'] ?? '?'} certifiers are done with ${event(subject)}`,
  CERTIFICATION_SENT: (subject) => `${who(subject)} sent its certification for ${event(subject)}`,
  SUBMISSION_WITHDRAWN: (subject) => `${who(subject)} withdrew its certification for ${event(subject)}`,
  CERTIFICATION_APPROVED: (subject) => `${state(subject)} approved the certification for ${event(subject)}`,
  APPROVAL_REVERSED: (subject) =>
    `${state(subject)} took back its approval of the certification${forWhom(subject)} for ${event(subject)}`,
  RECERTIFICATION_REQUIRED: (subject) => `${state(subject)} requested a recertification for ${event(subject)}`,
  RECERTIFICATION_REQUESTED: (subject) =>
    `${who(subject)} requested to recertify ${event(subject)}.${because(subject)}`,
  REQUEST_WITHDRAWN: (subject) => `${who(subject)} withdrew its request to recertify ${event(subject)}`,
  REQUEST_DECLINED: (subject) =>
    `${state(subject)} declined the request to recertify ${event(subject)}.${because(subject)}`,
  WORK_UNDONE: (subject) => `A newer snapshot was taken, so please certify again in ${event(subject)}`,
  FILE_REFUSED: ({ name, facts }) => `A file of the state’s pipeline was refused: ${name}. Reason: ${refused(facts)}`,
};

/** What the mail adds: what to do now. */
export const advice: Readonly<Record<AlertKind, string>> = {
  CERTIFICATION_EVENT_PUBLISHED:
    'Look at your data from the start date on, and certify and submit them before the due date.',
  CERTIFICATION_EVENT_CHANGED: 'What you have certified stays certified. Look at what is still to be done.',
  CERTIFICATION_EVENT_CLOSED: 'Nothing can be changed any more. You find it, with what was certified, in the archive.',
  PARTICIPANT_REMOVED: 'There is nothing left to do for it.',
  NO_CERTIFIER:
    'Name a certifier in your list of members of its category: without one nothing can be sent to the state.',
  PARTICIPANTS_WITHOUT_CERTIFIER:
    'Their district administrators were told. They cannot send anything before they name a certifier.',
  PEOPLE_WITHOUT_MAIL: 'They read in the Message Center only. Correct their addresses where you can.',
  WINDOW_OPENS: 'Start certification, work through the steps, and submit.',
  DAYS_LEFT: 'Your part is not finished yet.',
  ONE_DAY_LEFT: 'Your part is not finished yet, and nothing can be submitted after that day.',
  OVERDUE: 'It cannot be submitted any more. Ask the state for a later due date.',
  OVERDUE_DIGEST: 'You may give them a later due date or remind their certifiers.',
  DUE_DATE_CHANGED: 'Nothing else has changed: what you have done stays done.',
  MESSAGE: 'This message comes from the state’s staff.',
  RUN_FINISHED: 'Open it to go on with its step.',
  RUN_FAILED: 'Generate it again, or ask the state for help when it fails once more.',
  SNAPSHOT_FINISHED: 'Review it in the third step.',
  SNAPSHOT_FAILED: 'Take it again, or ask for help when it fails once more.',
  SNAPSHOT_MISSING: 'Review it, and take a newer one if your data have changed since.',
  SNAPSHOTS_MISSING: 'Theirs are taken now. All others were skipped, having one.',
  CERTIFIER_DONE: 'It is sent to the state when all are.',
  CERTIFICATION_SENT: 'It awaits your approval.',
  SUBMISSION_WITHDRAWN: 'There is nothing to decide until it is sent again.',
  CERTIFICATION_APPROVED: 'There is nothing left to do for it.',
  APPROVAL_REVERSED: 'It stands again as it did before it was approved.',
  RECERTIFICATION_REQUIRED: 'Correct your data, go through the steps again, and submit before the due date.',
  RECERTIFICATION_REQUESTED: 'Grant or decline it.',
  REQUEST_WITHDRAWN: 'There is nothing to decide any more.',
  REQUEST_DECLINED: 'What was certified stays as it is.',
  WORK_UNDONE: 'Review the new snapshot and submit again.',
  FILE_REFUSED: 'Nothing was changed by it. Correct it, and drop it again.',
};

const finalStatus = (status: string | undefined): string | null => {
  const known = participantStatuses.find((one) => one === status);
  return known === undefined ? null : `Final status: ${eventStatusLabels[known]}`;
};

const runProblem = (code: string | undefined): string | null => (isRunProblemCode(code) ? runProblems[code] : null);

/** What some occasions add by themselves. */
const additions: Readonly<Partial<Record<AlertKind, (facts: AlertFacts) => string | null>>> = {
  CERTIFICATION_EVENT_CLOSED: (facts) => finalStatus(facts['finalStatus']),
  CERTIFICATION_APPROVED: ({ notCertified }) =>
    notCertified === undefined ? null : 'The state approved it without a certification of yours.',
  RUN_FAILED: ({ problem, stopped }) =>
    stopped === undefined ? runProblem(problem) : 'The snapshots themselves are taken.',
  SNAPSHOT_FAILED: ({ stopped }) =>
    stopped === undefined
      ? 'The snapshot could not be taken. Take it again.'
      : 'The scheduled snapshots stopped before every participant had one.',
  FILE_REFUSED: refused,
};

/** The line in the Message Center, the process it is listed under, and what else there is to read. */
export const alertText = (kind: AlertKind, subject: AlertSubject): Pick<Alert, 'process' | 'name' | 'text'> => ({
  process: catalogue[kind].process,
  name: lines[kind](subject),
  text: subject.facts['text'] ?? subject.facts['reason'] ?? additions[kind]?.(subject.facts) ?? null,
});
