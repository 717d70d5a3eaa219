import fc from 'fast-check';
import type { SnapshotMethod } from '../../shared/domain/certification-event/state.ts';
import type { ParticipantCommand } from '../../shared/domain/participant/commands.ts';
import { validationSteps } from '../../shared/domain/participant/state.ts';
import { requestId, runId, snapshotId, userId } from '../../shared/kernel/ids.ts';
import { aJourney, type Journey } from './journey.ts';
import type { Watcher } from './stage.ts';
import { certifier, reviewer } from './participant.ts';
import { person, system } from './people.ts';
import { day } from './time.ts';

/** One thing somebody tries in a random story; what is refused has not happened. */
export interface Attempt {
  readonly by: string;
  readonly command: string;
  /** Chooses among steps, members, dates and ids; the same number in the same place is the same choice. */
  readonly choice: number;
  /** Moves the clock on by so many hours before the attempt. */
  readonly hours: number;
}

export interface Story {
  readonly method: SnapshotMethod;
  readonly hasGroups: boolean;
  readonly attempts: readonly Attempt[];
  readonly closes: boolean;
}

const members = [
  [certifier('ana'), certifier('ben'), reviewer('rita')],
  [certifier('ana'), reviewer('rita')],
  [certifier('ana'), reviewer('ben'), certifier('cara')],
] as const;

type Maker = (journey: Journey, choice: number) => ParticipantCommand;

const stepAt = (choice: number) => validationSteps[choice % 3] ?? 'district-validation';
const membersAt = (choice: number) => members[choice % 3] ?? members[0];
const newSnapshot = (journey: Journey) => snapshotId(`snp-${journey.next()}`);
const due = day('2026-12-31');
const clean = { outcome: 'COMPLETED', blockers: 0, problem: null } as const;
const blocked = { outcome: 'COMPLETED', blockers: 1, problem: null } as const;
const failed = { outcome: 'FAILED', blockers: null, problem: 'x' } as const;
const endingAt = (choice: number) => [clean, clean, blocked, clean, failed][choice % 5] ?? clean;

const makers: Readonly<Record<string, Maker>> = {
  start: (journey) => ({ type: 'startCertification', snapshotId: newSnapshot(journey) }),
  run: (journey, choice) => ({
    type: 'runStep',
    step: stepAt(choice),
    runId: runId(`run-${journey.next()}`),
    dataHash: `data-${choice % 2}`,
    hasGroups: journey.hasGroups,
  }),
  complete: ({ hasGroups }, choice) => ({
    type: 'completeStep',
    step: stepAt(choice),
    reviewed: true,
    viewed: true,
    hasGroups,
  }),
  take: (journey) => ({ type: 'takeSnapshot', snapshotId: newSnapshot(journey), confirm: true }),
  submit: ({ hasGroups }) => ({
    type: 'submitCertification',
    attestation: { name: 'Me', accepted: true },
    attestationVersion: 1,
    hasGroups,
  }),
  withdrawSubmission: (_journey, choice) => ({ type: 'withdrawSubmission', reason: 'x', members: membersAt(choice) }),
  confirm: () => ({ type: 'confirmSent' }),
  request: (journey) => ({
    type: 'requestRecertification',
    requestId: requestId(`req-${journey.next()}`),
    reason: 'x',
  }),
  withdrawRequest: ({ participant }) => ({
    type: 'withdrawRecertificationRequest',
    requestId: participant.openRequest?.id ?? requestId('none'),
  }),
  approve: () => ({ type: 'decide:APPROVE', reason: 'x', confirmNotCertified: true }),
  sendBack: (journey, choice) => ({
    type: 'decide:REQUEST_RECERTIFICATION',
    reason: 'x',
    newDueDate: due,
    members: membersAt(choice),
    snapshotId: newSnapshot(journey),
  }),
  unapprove: (_journey, choice) => ({ type: 'decide:UNAPPROVE', reason: 'x', members: membersAt(choice) }),
  decline: () => ({ type: 'decide:DECLINE_REQUEST', reason: 'x' }),
  override: (_journey, choice) => ({
    type: 'overrideDueDate',
    userId: choice % 2 === 0 ? 'ALL' : userId('ana'),
    dueDate: due,
    reason: 'x',
  }),
  removeOverride: () => ({ type: 'removeOverride', userId: 'ALL' }),
  takeByState: (journey) => ({ type: 'takeSnapshots', snapshotId: newSnapshot(journey), confirm: true }),
  schedule: (journey, choice) => ({
    type: 'takeScheduledSnapshot',
    trigger: 'CLEANUP',
    snapshotId: newSnapshot(journey),
    contentHash: `snapshot-${choice}`,
  }),
  validateSnapshot: (journey) => ({
    type: 'validateSnapshot',
    runId: runId(`run-${journey.next()}`),
    hasGroups: journey.hasGroups,
  }),
  runStarted: ({ participant }, choice) => ({
    type: 'recordRunStarted',
    runId: participant.steps[stepAt(choice)]?.runId ?? runId('none'),
    step: stepAt(choice),
    round: participant.round,
  }),
  runEnded: ({ participant }, choice) => ({
    type: 'recordRunEnded',
    runId: participant.steps[stepAt(choice)]?.runId ?? runId('none'),
    step: stepAt(choice),
    round: participant.round,
    ...endingAt(choice),
  }),
  snapshotTaken: (journey, choice) => ({
    type: 'recordSnapshotTaken',
    snapshotId: journey.participant.snapshot?.snapshotId ?? snapshotId('none'),
    takenAt: journey.now,
    contentHash: `snapshot-${choice}`,
    runId: runId(`run-${journey.next()}`),
    requestedBy: null,
    hasGroups: journey.hasGroups,
  }),
  snapshotFailed: ({ participant }) => ({
    type: 'recordSnapshotFailed',
    snapshotId: participant.snapshot?.snapshotId ?? snapshotId('none'),
    problem: 'x',
  }),
  members: (_journey, choice) => ({ type: 'reconcileMembers', members: membersAt(choice) }),
  revision: (journey, choice) => ({
    type: 'applyRevision',
    revision: journey.certificationEvent.published.revision,
    groupsChanged: choice % 2 === 0,
    requireRecertification: choice % 3 === 0 ? { by: userId('sam'), reason: 'x' } : null,
    members: membersAt(choice),
    snapshotId: newSnapshot(journey),
  }),
  leave: () => ({ type: 'withdrawParticipant', reason: 'x' }),
  restore: (journey, choice) => ({
    type: 'restoreParticipant',
    revision: journey.certificationEvent.published.revision,
    members: membersAt(choice),
  }),
};

const bySystem = [
  'schedule',
  'runStarted',
  'runEnded',
  'snapshotTaken',
  'snapshotFailed',
  'members',
  'revision',
  'leave',
  'restore',
];
const byState = ['approve', 'sendBack', 'unapprove', 'decline', 'override', 'removeOverride', 'takeByState'];

const attempt: fc.Arbitrary<Attempt> = fc.record({
  by: fc.constantFrom('ana', 'ana', 'ben', 'rita'),
  // Work is likelier than what undoes it, so that stories get somewhere.
  command: fc.oneof(
    { arbitrary: fc.constantFrom(...Object.keys(makers)), weight: 5 },
    { arbitrary: fc.constantFrom('start', 'run', 'complete', 'submit', 'runEnded', 'snapshotTaken'), weight: 2 },
    { arbitrary: fc.constant('finish'), weight: 2 },
    {
      arbitrary: fc.constantFrom('request', 'withdrawRequest', 'decline', 'approve', 'unapprove', 'sendBack'),
      weight: 2,
    },
  ),
  choice: fc.nat(30),
  hours: fc.constantFrom(0, 0, 0, 0, 0, 1, 24),
});

/** Random attempts of everybody on one participant, in likely and unlikely order. */
export const story: fc.Arbitrary<Story> = fc.record({
  method: fc.constantFrom('ON_CERT_START', 'ON_CERT_START', 'FULL', 'NONE'),
  hasGroups: fc.constantFrom(true, true, true, false),
  attempts: fc.array(attempt, { maxLength: 30, size: 'max' }),
  closes: fc.constantFrom(false, false, false, true),
});

const tryIt = (journey: Journey, { by, command, choice }: Attempt): void => {
  if (command === 'finish') return finish(journey, choice % 3 === 0 ? by : null);
  if (command === 'revision') journey.revision(journey.certificationEvent.published.revision + 1);
  const made = makers[command]?.(journey, choice);
  if (made === undefined) throw new Error(`no story knows ${command}`);
  const user = journey.userOf(byState.includes(command) ? 'state-approver' : by);
  const actor = bySystem.includes(command) ? system : person(user);
  if (journey.ask(actor, made).ok) journey.does(actor, made);
};

/** Everybody, or only one, does all of his part as far as he may; random single steps alone hardly ever get so far. */
const finish = (journey: Journey, only: string | null): void => {
  for (const { name, status, role } of journey.participant.tasks) {
    const isOpen = role === 'CERTIFIER' && (status === 'NOT_STARTED' || status === 'INCOMPLETE');
    if (isOpen && (only ?? name) === name && journey.canWork(name)) journey.certifies(name);
  }
};

/** The participant as the story leaves it. */
export const aStory = (told: Story, watch: Watcher = () => undefined): Journey => {
  const outline = { snapshotMethod: told.method };
  const journey = aJourney({ certifiers: ['ana', 'ben'], outline, hasGroups: told.hasGroups, on: '2026-05-04' });
  journey.watch = watch;
  for (const one of told.attempts) {
    journey.later(one.hours);
    tryIt(journey, one);
  }
  return told.closes ? journey.closed() : journey;
};
