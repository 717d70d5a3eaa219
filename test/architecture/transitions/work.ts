import { type Proof, row } from './row.ts';

const domain = 'domain/participant';
const of =
  (name: string) =>
  (title: string): Proof => [`shared/${domain}/${name}.test.ts`, title];
const wizard = of('wizard');
const complete = of('decide-complete');
const take = of('decide-take-snapshot');
const run = (title: string): Proof => ['shared/domain/validation-run/decide.test.ts', title];
const snapshot = (title: string): Proof => ['shared/domain/snapshot/decide.test.ts', title];

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

/** Runs, snapshots, categories, rules and groups. */
export const thingRows = [
  row(
    'run | - > QUEUED | One of a kind at a time: the same request is the same run.',
    [`${domain}/decide-run.ts`],
    [of('decide-run')('is the run already under way when two people ask for the same')],
  ),
  row(
    'run | QUEUED > RUNNING | Started once, whoever else takes its message; lost twice, it fails.',
    ['domain/validation-run/decide.ts'],
    [
      run('starts once, whoever else takes its message'),
      run('goes back to the queue twice when its worker is lost, then fails'),
    ],
  ),
  row(
    'run | RUNNING > COMPLETED, FAILED, CANCELLED, SUPERSEDED | It ends once, and nothing late changes it.',
    ['domain/validation-run/decide.ts'],
    [run('as %s is not changed by anything that comes late')],
    ['RUN_FINISHED', 'RUN_FAILED'],
  ),
  row(
    'run | FAILED, CANCELLED > - | A retry is a new run.',
    ['application/runs/retry.ts'],
    [
      [
        'functions/api/validation/validation.test.ts',
        'is cancelled once, also for its step, and runs again as a new one',
      ],
    ],
  ),
  row(
    'snapshot | QUEUED > COMPLETED, FAILED | It pins the versions of the state copy; nothing delivered is a warning.',
    ['domain/snapshot/decide.ts'],
    [
      snapshot('pins the versions of the state copy and counts as current'),
      snapshot('of a district that has delivered nothing is completed with a warning'),
    ],
    ['SNAPSHOT_FINISHED', 'SNAPSHOT_FAILED'],
  ),
  row(
    'snapshot | CURRENT > SUPERSEDED | Retaken.',
    ['domain/snapshot/decide.ts'],
    [snapshot('is superseded by a retake, not while it is locked or only queued')],
  ),
  row(
    'snapshot | CURRENT > LOCKED | Certified by all; free again when a submission is withdrawn.',
    ['domain/snapshot/decide.ts'],
    [snapshot('is locked when certified, and free again when the submission is withdrawn')],
  ),
  row(
    'snapshot | LOCKED > HISTORY | A new round has begun.',
    ['domain/snapshot/decide.ts'],
    [snapshot('becomes history when a new round begins, and stays so')],
  ),
  row(
    'clean-up | - > QUEUED | At the set time everybody without one in the round gets one; who has one is skipped and listed.',
    ['application/flows/snapshot/plan.ts'],
    [
      [
        'test/acceptance/methods.test.ts',
        'of those without one at the clean-up time; who has one is skipped and listed so',
      ],
      ['test/acceptance/methods.test.ts', 'are taken by the sweeper when their schedule is lost'],
    ],
    ['SNAPSHOT_MISSING', 'SNAPSHOTS_MISSING'],
  ),
  row(
    'category | INACTIVE > ACTIVE and back | Not while a published certification event uses it.',
    ['domain/category/decide.ts'],
    [
      ['shared/domain/category/category.test.ts', 'is not deactivated while a published certification event uses it'],
      ['functions/api/directory/categories.test.ts', 'stays active while a published certification event uses it'],
    ],
  ),
  row(
    'category | UNPUBLISHED > PUBLISHED | From then on districts see it and list their members.',
    ['domain/category/decide.ts'],
    [['functions/api/directory/categories.test.ts', 'is made unpublished, and districts see it once it is published']],
  ),
  row(
    'rule | DRAFT > ACTIVE > ARCHIVED and back | An archived one enters no group.',
    ['domain/rule-library/decide-rule.ts'],
    [['shared/domain/rule-library/rule-library.test.ts', 'goes from draft to active, is archived and can come back']],
  ),
  row(
    'group | ACTIVE > INACTIVE and back | An inactive one stands against publishing.',
    ['domain/rule-library/decide-group.ts'],
    [
      [
        'shared/domain/certification-event/publish.test.ts',
        'when a linked group is inactive, gone, or holds a forbidden rule',
      ],
    ],
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
  ),
] as const;
