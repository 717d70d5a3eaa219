import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';

const isPlain = (bucket: unknown): bucket is IBucket => bucket instanceof Bucket;

/** CDK's Bucket does not fit CDK's IBucket where an optional property must not be undefined (our compiler's setting). */
export const plainBucket = (bucket: Bucket): IBucket => {
  const found: unknown = bucket;
  if (isPlain(found)) return found;
  throw new Error(`${bucket.node.path} is no bucket`);
};
