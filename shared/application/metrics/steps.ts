import type { MetricName } from '../../contracts/metrics.ts';
import { certificationEventMachine } from '../../domain/certification-event/transitions.ts';
import { uploadMachine } from '../../domain/dataset/transitions.ts';
import type { Participant } from '../../domain/participant/state.ts';
import { participantMachine } from '../../domain/participant/transitions.ts';
import { snapshotMachine, standingOf } from '../../domain/snapshot/transitions.ts';
import type { Machine } from '../../domain/transitions.ts';
import { runMachine } from '../../domain/validation-run/transitions.ts';
import type { EntityName, StateOf } from '../entities.ts';
import type { TransitionOf } from '../ports/unit-of-work.ts';

/** The metric of each happening that moves a status; null: it is not counted. One without a line does not compile. */
type MetricOf<Happening extends string> = Readonly<Record<Happening, MetricName | null>>;

export type Step<Status> = (from: Status | null, to: Status) => MetricName | null;

const stepsOf =
  <Status extends string, Happening extends string>(
    { edges }: Machine<Status, Happening>,
    metricOf: MetricOf<Happening>,
  ): Step<Status> =>
  (from, to) => {
    const edge = edges.find((one) => one.from === from && one.to === to);
    return edge ? metricOf[edge.by] : null;
  };

export const certificationEventSteps = {
  CertificationEventCreated: 'CertificationEventsCreated',
  CertificationEventDeleted: 'CertificationEventsDeleted',
  PublicationBegun: 'PublicationsBegun',
  PublicationCompleted: 'PublicationsCompleted',
  CertificationEventClosed: 'CertificationEventsClosed',
} as const;

/** A request ends by being declined or withdrawn: the statuses do not tell which, and one number is enough. */
export const participantSteps = {
  ParticipantCreated: 'ParticipantsCreated',
  ParticipantSent: 'CertificationsSent',
  ParticipantApproved: 'CertificationsApproved',
  ApprovalReversed: 'ApprovalsReversed',
  SubmissionWithdrawn: 'SubmissionsWithdrawn',
  RecertificationRequested: 'RecertificationsRequested',
  RecertificationRequestDeclined: 'RecertificationRequestsEnded',
  RecertificationRequestWithdrawn: 'RecertificationRequestsEnded',
  RecertificationRequired: 'RecertificationsRequired',
  ParticipantWithdrawn: 'ParticipantsWithdrawn',
  ParticipantRestored: 'ParticipantsRestored',
} as const;

/** What a completed snapshot stands for later follows from what is counted already; what is taken at once was never waited for. */
export const snapshotSteps = {
  SnapshotRequested: 'SnapshotsRequested',
  SnapshotTakenAtOnce: 'SnapshotsTaken',
  SnapshotCompleted: 'SnapshotsTaken',
  SnapshotAbandoned: 'SnapshotsFailed',
  SnapshotSuperseded: null,
  SnapshotLocked: null,
  SnapshotUnlocked: null,
  SnapshotArchived: null,
} as const;

export const runSteps = {
  RunQueued: 'RunsQueued',
  RunStarted: 'RunsStarted',
  RunCompleted: 'RunsCompleted',
  RunFailed: 'RunsFailed',
  RunCancelled: 'RunsCancelled',
  RunSuperseded: 'RunsSuperseded',
  RunRequeued: 'RunsRequeued',
} as const;

export const uploadSteps = {
  UploadCreated: null,
  UploadReceived: 'UploadsReceived',
  UploadCheckBegun: null,
  UploadAccepted: 'UploadsAccepted',
  UploadRefused: 'UploadsRefused',
  UploadRequeued: 'UploadsRequeued',
} as const;

const certificationEventStep = stepsOf(certificationEventMachine, certificationEventSteps);
const withinRound = stepsOf(
  { ...participantMachine, edges: participantMachine.edges.filter(({ by }) => by !== 'RecertificationRequired') },
  participantSteps,
);
const snapshotStep = stepsOf(snapshotMachine, snapshotSteps);
const runStep = stepsOf(runMachine, runSteps);
const uploadStep = stepsOf(uploadMachine, uploadSteps);

/** The statuses alone do not tell a certification sent back from one that was taken back in its second round. */
const participantStep = (before: Participant | null, after: Participant): MetricName | null =>
  before !== null && before.status !== 'WITHDRAWN' && after.round > before.round
    ? participantSteps.RecertificationRequired
    : withinRound(before?.status ?? null, after.status);

const uncounted = () => null;

/** What is set up and looked after is no step of a certification. */
const stepIn: {
  readonly [Name in EntityName]: (before: StateOf<Name> | null, after: StateOf<Name>) => MetricName | null;
} = {
  certificationEvent: (before, after) => certificationEventStep(before?.status ?? null, after.status),
  participant: participantStep,
  snapshot: (before, after) => snapshotStep(before && standingOf(before), standingOf(after)),
  run: (before, after) => runStep(before?.status ?? null, after.status),
  upload: (before, after) => uploadStep(before?.status ?? null, after.status),
  agency: uncounted,
  organization: uncounted,
  user: uncounted,
  category: uncounted,
  localMembers: uncounted,
  rule: uncounted,
  validationGroup: uncounted,
  dataset: uncounted,
  organizationData: uncounted,
  message: uncounted,
  timer: uncounted,
};

/** The step of the business that a transition is, if it is one. */
export const stepOf = <Name extends EntityName>({ entity, before, after }: TransitionOf<Name>): MetricName | null =>
  stepIn[entity](before?.state ?? null, after);
