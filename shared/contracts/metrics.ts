/**
 * What is counted of the business, and where the dashboard shows it. Numbers only: a metric names no person, no
 * organization and no certification event, and none is split, since every part costs like a metric of its own.
 */
interface Metric {
  readonly unit: 'Count' | 'Seconds';
  readonly chart:
    | 'Certification events'
    | 'Certifications'
    | 'Snapshots'
    | 'Validation runs'
    | 'Uploads'
    | 'Times'
    | 'Refusals';
}

const counted = (chart: Metric['chart']): Metric => ({ unit: 'Count', chart });
const timed: Metric = { unit: 'Seconds', chart: 'Times' };

export const metrics = {
  CertificationEventsCreated: counted('Certification events'),
  CertificationEventsDeleted: counted('Certification events'),
  PublicationsBegun: counted('Certification events'),
  PublicationsCompleted: counted('Certification events'),
  CertificationEventsClosed: counted('Certification events'),

  ParticipantsCreated: counted('Certifications'),
  CertificationsSent: counted('Certifications'),
  CertificationsApproved: counted('Certifications'),
  ApprovalsReversed: counted('Certifications'),
  SubmissionsWithdrawn: counted('Certifications'),
  RecertificationsRequested: counted('Certifications'),
  RecertificationRequestsEnded: counted('Certifications'),
  RecertificationsRequired: counted('Certifications'),
  ParticipantsWithdrawn: counted('Certifications'),
  ParticipantsRestored: counted('Certifications'),

  SnapshotsRequested: counted('Snapshots'),
  SnapshotsTaken: counted('Snapshots'),
  SnapshotsFailed: counted('Snapshots'),

  RunsQueued: counted('Validation runs'),
  RunsStarted: counted('Validation runs'),
  RunsCompleted: counted('Validation runs'),
  RunsFailed: counted('Validation runs'),
  RunsCancelled: counted('Validation runs'),
  RunsSuperseded: counted('Validation runs'),
  RunsRequeued: counted('Validation runs'),
  RuleGateFaults: counted('Validation runs'),

  UploadsReceived: counted('Uploads'),
  UploadsAccepted: counted('Uploads'),
  UploadsRefused: counted('Uploads'),
  UploadsRequeued: counted('Uploads'),

  RunWait: timed,
  RunDuration: timed,
  SnapshotDuration: timed,
  OldestUnsentMessage: timed,

  CommandsRefused: counted('Refusals'),
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metrics;

/** Every stage counts for itself. */
export const metricNamespace = (stage: string): string => `Attest/${stage}`;

/** The one dimension, with one value: CloudWatch finds no metric without. */
export const metricDimension = { service: 'attest' } as const;
