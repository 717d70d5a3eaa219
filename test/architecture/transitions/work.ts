import { type Proof, row } from './row.ts';

const domain = 'domain/participant';
const of =
  (name: string) =>
  (title: string): Proof => [`shared/${domain}/${name}.test.ts`, title];
const wizard = of('wizard');
const complete = of('decide-complete');
const take = of('decide-take-snapshot');
const run = (title: string): Proof => ['shared/domain/validation-run/decide.test.ts', title];

/** The steps of the wizard. */
export const wizardRows = [
  row(
    'W1 | any > QUEUED | Generate Report over all linked groups, while the participant is not in the state’s hands.',
    [`${domain}/decide-run.ts`],
    [of('decide-run')('is open to a reviewer in the review window'), of('decide-run')('while the participant is %s')],
  ),
  row(
    'W2 | RUNNING > BLOCKED | Rows of a Fatal rule, or a Fatal rule that could not be run.',
    [`${domain}/wizard.ts`],
    [
      run('are the rows of Fatal rules and the Fatal rules that could not be run'),
      complete('while Fatal findings are left'),
    ],
  ),
  row(
    'W3 | NEEDS_VIEW > COMPLETED | The first step, once he has opened the report.',
    [`${domain}/decide-complete.ts`],
    [
      complete('as long as this person has not opened the report'),
      complete('records which run this person vouches for'),
    ],
  ),
  row(
    'W4 | any > QUEUED | The second step, over the state’s copy; completed only after the first.',
    [`${domain}/decide-run.ts`],
    [complete('out of order, also when the earlier step was completed by somebody else')],
  ),
  row(
    'W5 | RUNNING > NEEDS_VIEW | The run has ended.',
    [`${domain}/decide-records.ts`],
    [wizard('goes from not started over queued and running')],
    ['RUN_FINISHED', 'RUN_FAILED'],
  ),
  row('W6 | NEEDS_VIEW > COMPLETED | As W3.', [`${domain}/decide-complete.ts`], [wizard('is for each person his own')]),
  row(
    'W7 | NEEDS_VIEW > BLOCKED | As W2; the step may be run again.',
    [`${domain}/wizard.ts`],
    [
      complete('while Fatal findings are left'),
      of('decide-run')('is a new run, replacing nothing, once the one before has ended'),
    ],
  ),
  row(
    'W8 | NOT_STARTED > QUEUED | The snapshot is taken: by hand, by the first start, or on schedule.',
    [`${domain}/queue-snapshot.ts`],
    [
      of('decide-start')('makes the certifier incomplete and queues the snapshot of the round'),
      take('%s serves a participant that has none'),
    ],
  ),
  row(
    'W9 | QUEUED > NEEDS_VIEW | It is completed, and the run on it has ended.',
    [`${domain}/decide-records.ts`],
    [of('decide-records')('completes the snapshot and queues the third step on it')],
    ['SNAPSHOT_FINISHED', 'SNAPSHOT_FAILED'],
  ),
  row(
    'W10 | NEEDS_VIEW > COMPLETED | As W3, on the current snapshot.',
    [`${domain}/decide-complete.ts`],
    [
      of('decide-run')('is on the current snapshot in the third step'),
      of('decide-submit')('to a certifier whose evidence is of an older snapshot'),
    ],
  ),
  row(
    'W11 | any > QUEUED | A retake, confirmed where it undoes what others have signed.',
    [`${domain}/decide-take-snapshot.ts`],
    [
      take('as a retake supersedes the completed one'),
      take('undoes finished certifiers and gives them at least the deadline of the one who retook it'),
    ],
    ['WORK_UNDONE'],
  ),
  row(
    'W12 | - > SKIPPED | Method NONE: not required.',
    [`${domain}/wizard.ts`],
    [
      wizard('is not required under method NONE'),
      ['test/acceptance/methods.test.ts', 'the third step is not required, and acting on it is refused'],
    ],
  ),
  row(
    'W13 | NOT_STARTED > COMPLETED | Certify and submit.',
    [`${domain}/decide-submit.ts`],
    [wizard('keeps a reviewer from submitting, and a certifier until his steps are complete')],
  ),
  row(
    'W14 | COMPLETED > STALE | A newer snapshot, changed groups, or a new round.',
    [`${domain}/steps.ts`],
    [wizard('is stale once the groups have changed'), wizard('is queued, then to be viewed anew, after a retake')],
  ),
] as const;

/** What is told without anything having been decided: the clock, and the state's own words. */
export const toldRows = [
  row(
    'morning | - > - | The window opens.',
    ['domain/messaging/reminders.ts'],
    [
      [
        'test/acceptance/reminders.test.ts',
        'begin when the window opens, for certifiers alone, with one mail that day',
      ],
    ],
    ['WINDOW_OPENS'],
  ),
  row(
    'morning | - > - | 14, 7, 3 days and one day are left.',
    ['domain/messaging/reminders.ts', 'application/notifications/plan-reminders.ts'],
    [
      ['shared/domain/messaging/reminder-edges.test.ts', 'people of $zone with $due as theirs are told at seven'],
      ['test/acceptance/reminders.test.ts', 'remind three days before the end who has not finished'],
    ],
    ['DAYS_LEFT', 'ONE_DAY_LEFT'],
  ),
  row(
    'morning | - > - | A due date was over the evening before.',
    ['application/notifications/remind.ts'],
    [
      [
        'test/acceptance/reminders.test.ts',
        'end with what is overdue: its owner is told, and the state who and how many',
      ],
    ],
    ['OVERDUE', 'OVERDUE_DIGEST'],
  ),
  row(
    'message | - > - | The state writes to certifiers and reviewers of its choice.',
    ['domain/messaging/decide-message.ts'],
    [['functions/api/events/messages.test.ts', 'reaches Message Center and mailbox of those it is for, once']],
    ['MESSAGE'],
    ['M sent'],
  ),
] as const;
