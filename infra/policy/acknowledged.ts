/** A finding of a pack that stands on purpose: where, why, who answers for it and when it is looked at again. */
export interface Acknowledgement {
  /** The pack's name of the rule with its finding, as it reports it. */
  readonly rule: RegExp;
  /** Paths of the constructs it may be reported for. */
  readonly at: RegExp;
  readonly reason: string;
  readonly owner: string;
  /** A date; from then on the finding counts again. */
  readonly reviewBy: string;
}

const house = { owner: 'maintainers', reviewBy: '2027-11-01' } as const;

/** CDK's function that copies the pages into their bucket at deployment. */
const copier = /\/Custom::CDKBucketDeployment|CustomCDKBucketDeployment/;
const everywhere = /./;

export const acknowledged: readonly Acknowledgement[] = [
  {
    ...house,
    rule: /^AwsSolutions-CFR1$/,
    at: /Pages\/Distribution/,
    reason:
      'District staff travel and work from home; sign-in, a second factor and the firewall decide, not the country.',
  },
  {
    ...house,
    rule: /^AwsSolutions-COG8$/,
    at: /SignIn\/Users/,
    reason:
      'The Plus plan costs by monthly user. MFA is required in production, and an agency may bring its own issuer.',
  },
  {
    ...house,
    rule: /^(AwsSolutions-SMG4|NIST\.800\.53\.R5-SecretsManagerRotationEnabled)$/,
    at: /OriginKeys\/Key\d+/,
    reason:
      'The CDN and the functions read a key at deployment only: it is changed by a deployment (originKey), never by itself.',
  },
  {
    ...house,
    rule: /^AwsSolutions-APIG4$/,
    at: /Api\/(GET \|v1\|openapi\.json|\$default)/,
    reason:
      'The published contract is open on purpose and $default answers 404 and 405 only; infra/open-routes.ts lists both.',
  },
  {
    ...house,
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    at: /\/Policy\/Resource$/,
    reason:
      'X-Ray and log delivery know no resources. test/infra/rules/access.ts allows exactly those actions on a wildcard.',
  },
  {
    ...house,
    rule: /^AwsSolutions-IAM5\[Resource::.*ExportsOutputFnGetAtt(Data|Reports|Uploads)Bucket\w*Arn\w+\/[a-z-]+\/\*\]$/,
    at: /\/Policy\/Resource$/,
    reason:
      'Objects are named by what they hold, so a right is given per prefix of one bucket, never for a whole bucket.',
  },
  {
    ...house,
    rule: /^AwsSolutions-IAM5\[Resource::.*Table\w+Arn\w+\/stream\/\*\]$/,
    at: /relay-outbox\/Policy/,
    reason:
      'ListStreams is authorised on the streams below the table; reading is granted on the one stream by its ARN.',
  },
  {
    ...house,
    rule: /^AwsSolutions-IAM5\[Resource::.*:schedule\/<TimersGroup\w+>\/\*\]$/,
    at: /(relay-outbox|schedule-sweep)\/Policy/,
    reason:
      'Timers get a name when they are made; the right is bound to the one schedule group that belongs to Attest.',
  },
  {
    ...house,
    rule: /^(AwsSolutions-(IAM4|IAM5|L1)|NIST\.800\.53\.R5-(IAMNoInlinePolicy|Lambda\w+)|Serverless-Lambda\w+)/,
    at: copier,
    reason:
      'Made by CDK, runs at deployment only and touches the pages alone: test/infra/rules/access.ts holds it to that.',
  },
  {
    ...house,
    rule: /^AwsSolutions-IAM4\[.*AWSBackupServiceRolePolicyForBackup\]$/,
    at: /Backups\/Role/,
    reason: 'AWS Backup documents this policy as what its role needs and changes it together with the service itself.',
  },
  {
    ...house,
    rule: /^NIST\.800\.53\.R5-LambdaInsideVPC$/,
    at: everywhere,
    reason:
      'Functions reach AWS services only. A VPC would cost a hundred dollars a month in endpoints and protect nothing more.',
  },
  {
    ...house,
    rule: /^(NIST\.800\.53\.R5|Serverless)-LambdaDLQ$/,
    at: everywhere,
    reason:
      'No function is called asynchronously: queues, stream and schedules have dead-letter queues of their own, with alarms.',
  },
  {
    ...house,
    rule: /^Serverless-LambdaEventSourceMappingDestination$/,
    at: /worker-/,
    reason:
      'A source that is a queue lays failed messages aside by its redrive policy; a destination exists for streams only.',
  },
  {
    ...house,
    rule: /^(AwsSolutions-SQS3|Serverless-SQSRedrivePolicy)$/,
    at: /(DeadLetters|Missed|OutboxAside)\/Queue/,
    reason: 'These are the dead-letter queues themselves: each rings while anything lies in it, for fourteen days.',
  },
  {
    ...house,
    rule: /^NIST\.800\.53\.R5-S3BucketReplicationEnabled$/,
    at: everywhere,
    reason:
      'Versions, object lock and the rebuilding of reports cover loss; a second region doubles storage and is for the agency to choose.',
  },
  {
    ...house,
    rule: /^NIST\.800\.53\.R5-S3DefaultEncryptionKMS$/,
    at: /(AccessLogs|PagesBucket|Trail\/Bucket)/,
    reason:
      'Log delivery and the CDN write and read with the service’s own key only; no student data lies in these buckets.',
  },
  {
    ...house,
    rule: /^NIST\.800\.53\.R5-CloudWatchLogGroupEncrypted$/,
    at: /(HostedFiles\/Log|Firewall\/Log)/,
    reason:
      'Names of pages copied at deployment, and requests refused with token and query left out: nothing to keep from an operator.',
  },
  {
    ...house,
    rule: /^NIST\.800\.53\.R5-CloudTrail(CloudWatchLogsEnabled|EncryptionEnabled)$/,
    at: /Trail\/Trail/,
    reason:
      'The trail names calls, not records. Its bucket is locked and its files are signed; the service’s own key encrypts them.',
  },
];
