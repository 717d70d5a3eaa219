import { createObjectStore, openS3 } from '../adapters/s3/object-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import type { BucketName, ObjectStore } from '../application/ports/world.ts';
import { type EnvironmentName, env } from '../runtime/env.ts';

const nameIn: Readonly<Record<BucketName, EnvironmentName>> = {
  data: 'DATA_BUCKET',
  reports: 'REPORTS_BUCKET',
  uploads: 'UPLOADS_BUCKET',
};

/** The buckets a function declares. */
export const objectStore = (...used: readonly BucketName[]): ObjectStore =>
  createObjectStore({
    client: openS3(),
    clock: systemClock(),
    buckets: Object.fromEntries(used.map((bucket) => [bucket, env(nameIn[bucket])])),
  });
