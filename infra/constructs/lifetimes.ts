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

/**
 * What can be made again from pinned data, was only handed from one step to the next, or was asked for by an analyst, stays
 * for days: it is student data. What a certification rests on (`runs/`, `snapshots/`) is not here: the retention rule counts
 * from the close, and heeds a legal hold, which S3 knows nothing of.
 */
export const reportLifetimes: LifecycleRule[] = [below('comparisons/', 30), below('flows/', 30), below('athena/', 7)];

/** A file as it was sent, and its refused rows: long enough to see what was wrong. Accepted rows are a version of their own. */
export const uploadLifetimes: LifecycleRule[] = [below('uploads/', 30), below('drop/', 30), below('refused/', 30)];
