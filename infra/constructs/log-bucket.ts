import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { allow } from './use.ts';

/** Where the other buckets and the CDN log who fetched what. S3 logs under S3's own keys only; the CDN needs the list. */
export const logBucket = (scope: Construct, id: string): Bucket => {
  const bucket = new Bucket(scope, id, {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    lifecycleRules: [{ id: 'old-logs', expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(7) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const delivery = allow(['s3:PutObject'], [bucket.arnForObjects('*')], {
    StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
  });
  delivery.addPrincipals(new ServicePrincipal('logging.s3.amazonaws.com'));
  bucket.addToResourcePolicy(delivery);
  return bucket;
};

/**
 * Not by CDK's own property: that writes each logged bucket into the policy of the log bucket, so the first stack would
 * need the later ones. The account is the condition instead.
 */
export const logAccess = (bucket: Bucket, logs: Bucket, logFilePrefix: string): void => {
  if (bucket.node.defaultChild instanceof CfnBucket)
    bucket.node.defaultChild.loggingConfiguration = { destinationBucketName: logs.bucketName, logFilePrefix };
};
