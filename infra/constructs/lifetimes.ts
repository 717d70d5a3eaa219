import { Duration } from 'aws-cdk-lib';
import type { LifecycleRule } from 'aws-cdk-lib/aws-s3';

/** A deleted or replaced object is gone for good a week later. */
const noncurrentVersionExpiration = Duration.days(7);

const below = (prefix: string, days: number): LifecycleRule => ({
  id: `old-${prefix.replace('/', '')}`,
  prefix,
  expiration: Duration.days(days),
  noncurrentVersionExpiration,
});

/** A leap year too is over. */
const daysOf = (years: number): number => years * 366;

/**
 * How long each kind of report stays. What a certification rests on stays as long as its record; what can be made again
 * from pinned data, was only handed from one step to the next, or was asked for by an analyst, does not: it is student data.
 */
export const reportLifetimes = (retentionYears: number): LifecycleRule[] => [
  below('runs/', daysOf(retentionYears)),
  below('snapshots/', daysOf(retentionYears)),
  below('comparisons/', 30),
  below('flows/', 30),
  below('athena/', 7),
];

/** A file as it was sent, and its refused rows: long enough to see what was wrong. Accepted rows are a version of their own. */
export const uploadLifetimes: LifecycleRule[] = [below('uploads/', 30), below('drop/', 30), below('refused/', 30)];
