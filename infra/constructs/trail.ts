import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { logAccess } from './log-bucket.ts';
import { physicalName } from './naming.ts';
import { allow } from './use.ts';

export interface TrailProps {
  readonly stage: string;
  readonly logs: Bucket;
  readonly retentionYears: number;
  /** Buckets whose every read and write of an object is told. */
  readonly buckets: readonly Bucket[];
  readonly tableArn: string;
}

const data = (name: string, type: string, field: { readonly startsWith?: string[]; readonly equalTo?: string[] }) => ({
  name,
  fieldSelectors: [
    { field: 'eventCategory', equalTo: ['Data'] },
    { field: 'resources.type', equalTo: [type] },
    { field: 'resources.ARN', ...field },
  ],
});

/**
 * Who called what in the account, and who read or wrote which object or item of student data besides the product itself:
 * signed, in a locked bucket of its own that no function of ours can reach.
 */
export class AccountTrail extends Construct {
  constructor(scope: Construct, id: string, { stage, logs, retentionYears, buckets, tableArn }: TrailProps) {
    super(scope, id);
    const name = physicalName(stage, 'trail');
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(365)),
      lifecycleRules: [{ id: 'old-trail', expiration: Duration.days(retentionYears * 366) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    logAccess(bucket, logs, 'trail/');
    const trailArn = Stack.of(this).formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: name });
    const from = { 'aws:SourceArn': trailArn };
    const principal = new ServicePrincipal('cloudtrail.amazonaws.com');
    const look = allow(['s3:GetBucketAcl'], [bucket.bucketArn], { StringEquals: from });
    const write = allow(['s3:PutObject'], [bucket.arnForObjects(`AWSLogs/${Stack.of(this).account}/*`)], {
      StringEquals: { ...from, 's3:x-amz-acl': 'bucket-owner-full-control' },
    });
    for (const statement of [look, write]) {
      statement.addPrincipals(principal);
      bucket.addToResourcePolicy(statement);
    }
    const trail = new CfnTrail(this, 'Trail', {
      trailName: name,
      s3BucketName: bucket.bucketName,
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      advancedEventSelectors: [
        { name: 'what was managed', fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }] },
        data('objects', 'AWS::S3::Object', { startsWith: buckets.map((one) => `${one.bucketArn}/`) }),
        data('items', 'AWS::DynamoDB::Table', { equalTo: [tableArn] }),
      ],
    });
    if (bucket.policy) trail.node.addDependency(bucket.policy);
  }
}
