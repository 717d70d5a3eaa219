import { type Proof, row } from './row.ts';

const ofParticipant = (name: string, title: string): Proof => [`shared/domain/participant/${name}.test.ts`, title];
const run = (title: string): Proof => ['shared/domain/validation-run/decide.test.ts', title];
const snapshot = (title: string): Proof => ['shared/domain/snapshot/decide.test.ts', title];
const library = (title: string): Proof => ['shared/domain/rule-library/rule-library.test.ts', title];

/** Runs, snapshots, categories, rules and groups. */
export const thingRows = [
  row(
    'run | - > QUEUED | One of a kind at a time: the same request is the same run.',
    ['domain/participant/decide-run.ts'],
    [
      ofParticipant('decide-run', 'is the run already under way when two people ask for the same'),
      ofParticipant('decide-run', 'is the run that the snapshot has queued, while it is under way'),
    ],
  ),
  row(
    'run | QUEUED > RUNNING | Started once, whoever else takes its message; lost twice, it fails.',
    ['domain/validation-run/decide.ts'],
    [
      run('starts once, whoever else takes its message'),
      run('goes back to the queue twice when its worker is lost, then fails'),
    ],
    [],
    ['R QUEUED-RUNNING', 'R RUNNING-QUEUED'],
  ),
  row(
    'run | RUNNING > COMPLETED, FAILED, CANCELLED, SUPERSEDED | It ends once, and nothing late changes it.',
    ['domain/validation-run/decide.ts', 'application/runs/execute-run.ts', 'application/runs/recover-run.ts'],
    [
      run('as %s is not changed by anything that comes late'),
      [
        'shared/application/runs/recover-run.test.ts',
        'a worker that was only slow changes nothing once its run was put back',
      ],
    ],
    ['RUN_FINISHED', 'RUN_FAILED'],
    [
      'R QUEUED-COMPLETED',
      'R QUEUED-FAILED',
      'R QUEUED-CANCELLED',
      'R RUNNING-FAILED',
      'R RUNNING-CANCELLED',
      'R lost-COMPLETED',
      'R late',
      'R late ignored',
    ],
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
    [],
    ['R FAILED-retry'],
  ),
  row(
    'run of the state | - > QUEUED | Over what it holds of a participant, of which nothing changes by it.',
    ['domain/validation-run/state-run.ts'],
    [['shared/domain/validation-run/state-run.test.ts', 'any active group of the level']],
    [],
    ['R of the state'],
  ),
  row(
    'dropped file | - > RECEIVED | The state’s pipeline has put it there; one whose place names nothing of use becomes nothing.',
    ['application/datasets/take-up-drop.ts'],
    [
      [
        'shared/application/datasets/take-up-drop.test.ts',
        'is checked like any other, and moves both lanes of the district',
      ],
      ['test/acceptance/library.test.ts', 'becomes the state’s copy of its district without anybody asking'],
    ],
    ['FILE_REFUSED'],
  ),
  row(
    'snapshot | QUEUED > COMPLETED, FAILED | It pins the versions of the state copy; nothing delivered is a warning.',
    ['domain/snapshot/decide.ts'],
    [
      snapshot('pins the versions of the state copy and counts as current'),
      snapshot('of a district that has delivered nothing is completed with a warning'),
      snapshot("of a state copy that is not the district's keeps that as a warning"),
    ],
    ['SNAPSHOT_FINISHED', 'SNAPSHOT_FAILED'],
    ['S QUEUED-COMPLETED', 'S QUEUED-FAILED'],
  ),
  row(
    'snapshot | FAILED > QUEUED | Taken again, as the next in sequence: what failed is none.',
    ['domain/participant/decide-take-snapshot.ts'],
    [ofParticipant('decide-records', 'of a failure leaves the participant without a snapshot to certify')],
    [],
    ['S FAILED-QUEUED'],
  ),
  row(
    'snapshot | CURRENT > SUPERSEDED | Retaken.',
    ['domain/snapshot/decide.ts'],
    [snapshot('is superseded by a retake, not while it is locked or only queued')],
    [],
    ['S CURRENT-SUPERSEDED'],
  ),
  row(
    'snapshot | CURRENT > LOCKED | Certified by all; free again when a submission is withdrawn.',
    ['domain/snapshot/decide.ts'],
    [snapshot('is locked when certified, and free again when the submission is withdrawn')],
    [],
    ['S CURRENT-LOCKED', 'S LOCKED-CURRENT'],
  ),
  row(
    'snapshot | LOCKED > HISTORY | A new round has begun.',
    ['domain/snapshot/decide.ts'],
    [snapshot('becomes history when a new round begins, and stays so')],
    [],
    ['S LOCKED-HISTORY'],
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
    ['S FAILED-cleanup'],
  ),
  row(
    'category | INACTIVE > ACTIVE and back | Not while a published certification event uses it.',
    ['domain/category/decide.ts'],
    [
      ['shared/domain/category/category.test.ts', 'is not deactivated while a published certification event uses it'],
      ['functions/api/directory/categories.test.ts', 'stays active while a published certification event uses it'],
    ],
    [],
    ['K ACTIVE-INACTIVE', 'K INACTIVE-ACTIVE', 'K in use', 'E4 CATEGORY_INACTIVE'],
  ),
  row(
    'category | UNPUBLISHED > PUBLISHED | From then on districts see it and list their members.',
    ['domain/category/decide.ts'],
    [['functions/api/directory/categories.test.ts', 'is made unpublished, and districts see it once it is published']],
    [],
    ['K UNPUBLISHED-PUBLISHED', 'E4 CATEGORY_NOT_PUBLISHED'],
  ),
  row(
    'rule | DRAFT > ACTIVE | From then on it may enter groups.',
    ['domain/rule-library/decide-rule.ts', 'domain/rule-library/decide-group.ts'],
    [
      library('goes from draft to active, is archived and can come back'),
      library('keeps a rule that was archived since, and takes none that is a draft'),
    ],
    [],
    ['L DRAFT-ACTIVE'],
  ),
  row(
    'rule | ACTIVE > ARCHIVED and back | An archived one enters no group; where it is, it stays.',
    ['domain/rule-library/decide-rule.ts', 'domain/rule-library/decide-group.ts'],
    [
      library('is archived once'),
      library('takes no rule that is unknown, archived, or in a version that does not exist'),
    ],
    [],
    ['L ACTIVE-ARCHIVED', 'L archived refused'],
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
    [],
    ['G ACTIVE-INACTIVE', 'G INACTIVE-ACTIVE', 'E4 GROUP_INACTIVE', 'E7 GROUP_INACTIVE'],
  ),
  row(
    'school | - > participant | Each school certifies for itself; who is listed for all schools signs for each of them.',
    ['domain/category/scope.ts', 'application/participants/members.ts'],
    [['shared/domain/access/access.test.ts', 'another school than those he is a member for, or may see']],
    [],
    ['School published', 'School sent', 'School approved', 'School sent back', 'School of all schools'],
  ),
  row(
    'tool rights | granted > taken away and back | Every request is judged by the rights of its moment, and by them it is offered.',
    ['domain/user/decide.ts', 'domain/access/access.ts'],
    [
      ['functions/api/directory/people.test.ts', 'and what is left out is taken away'],
      ['shared/domain/access/access.test.ts', 'certifies with all four rights and as a certifier only'],
    ],
    [],
    ['A state revoked', 'A state granted', 'A local revoked', 'A local granted', 'A refused'],
  ),
  row(
    'state member | APPROVER, REVIEWER > removed and back | Who is not of the category decides nothing in it.',
    ['domain/category/decide.ts', 'domain/access/access.ts'],
    [
      [
        'shared/domain/access/access.test.ts',
        'decides as an approver of the category with full rights on both tools only',
      ],
    ],
    [],
    ['A member removed', 'A member set'],
  ),
] as const;
