import { buildSync } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes a small synthesized assembly of two stacks, as `cdk synth` lays it out: a table with stream and index, a queue with its
 * dead-letter queue, a bucket; three functions that use them through exports. `follow` and `work` write what they get to files.
 */
export function writeFixtureAssembly(folder: string, files: { follow: string; work: string }): void {
  mkdirSync(folder, { recursive: true });
  const stack = (name: string) => ({
    type: 'aws:cloudformation:stack',
    properties: { templateFile: `${name}.template.json`, stackName: name },
  });
  write(folder, 'manifest.json', {
    version: '48.0.0',
    artifacts: {
      'Fixture-Data.assets': { type: 'cdk:asset-manifest', properties: { file: 'Fixture.assets.json' } },
      'Fixture-Data': stack('Fixture-Data'),
      'Fixture-App': stack('Fixture-App'),
    },
  });
  write(folder, 'Fixture.assets.json', { files: Object.fromEntries(functionNames.map(asset)) });
  buildFunctions(folder);
  write(folder, 'Fixture-Data.template.json', dataTemplate);
  write(folder, 'Fixture-App.template.json', appTemplate(files));
}

function write(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(value));
}

const functionNames = ['keep', 'follow', 'work'];

function asset(name: string): [string, unknown] {
  return [name, { source: { path: name } }];
}

function buildFunctions(folder: string): void {
  buildSync({
    entryPoints: functionNames.map((name) => ({
      in: fileURLToPath(new URL(`./fixture/${name}.ts`, import.meta.url)),
      out: `${name}/index`,
    })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
}

const exported = (value: unknown, name: string) => ({ Value: value, Export: { Name: `Fixture-Data:${name}` } });
const imported = (name: string) => ({ 'Fn::ImportValue': `Fixture-Data:${name}` });
const arn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const dataTemplate = {
  Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/version' } },
  Rules: { CheckBootstrapVersion: { Assertions: [] } },
  Resources: {
    Letters: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: ['pk', 'sk', 'gsi1pk'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        GlobalSecondaryIndexes: [
          {
            IndexName: 'GSI1',
            KeySchema: [{ AttributeName: 'gsi1pk', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    },
    Store: { Type: 'AWS::S3::Bucket', Properties: {} },
    Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    Work: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        // More than a function that runs already needs on a busy machine; a refused message comes again after it.
        VisibilityTimeout: 3,
        RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 },
      },
    },
    Other: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'other' } },
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
  },
  Outputs: {
    TableName: exported({ Ref: 'Letters' }, 'TableName'),
    TableArn: exported(arn('Letters'), 'TableArn'),
    StreamArn: exported({ 'Fn::GetAtt': ['Letters', 'StreamArn'] }, 'StreamArn'),
    BucketName: exported({ Ref: 'Store' }, 'BucketName'),
    QueueUrl: exported({ Ref: 'Work' }, 'QueueUrl'),
    QueueArn: exported(arn('Work'), 'QueueArn'),
    DeadArn: exported(arn('Dead'), 'DeadArn'),
    OtherUrl: exported({ Ref: 'Other' }, 'OtherUrl'),
  },
};

const allow = (Action: string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });

const role = (...Statement: unknown[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: { Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement } }] },
});

const lambda = (name: string, variables: Record<string, unknown>) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: `fixture-${name}`,
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: `${name}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 5,
    Role: arn(`${name}Role`),
    Environment: { Variables: variables },
  },
});

const appTemplate = (files: { follow: string; work: string }) => ({
  Conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'nowhere'] } },
  Resources: {
    keepRole: role(
      allow(['dynamodb:PutItem'], imported('TableArn')),
      allow(['s3:PutObject', 's3:GetObject'], {
        'Fn::Join': ['', ['arn:aws:s3:::', imported('BucketName'), '/allowed/*']],
      }),
      allow(['sqs:SendMessage'], imported('QueueArn')),
    ),
    keep: lambda('keep', {
      TABLE_NAME: imported('TableName'),
      DATA_BUCKET: imported('BucketName'),
      WORK_QUEUE_URL: imported('QueueUrl'),
      OTHER_QUEUE_URL: imported('OtherUrl'),
    }),
    followRole: role(
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], imported('StreamArn')),
      allow(['sqs:SendMessage'], imported('DeadArn')),
    ),
    follow: lambda('follow', { FOLLOW_FILE: files.follow }),
    followSource: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: imported('StreamArn'),
        FunctionName: { Ref: 'follow' },
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 10,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: imported('DeadArn') } },
        FilterCriteria: {
          Filters: [
            {
              Pattern: JSON.stringify({
                eventName: ['INSERT'],
                dynamodb: { Keys: { pk: { S: [{ prefix: 'LETTER#' }] } } },
              }),
            },
          ],
        },
      },
    },
    workRole: role(allow(['sqs:*'], imported('QueueArn'))),
    work: lambda('work', { WORK_FILE: files.work }),
    workSource: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: imported('QueueArn'),
        FunctionName: { Ref: 'work' },
        BatchSize: 5,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    neverMade: { Type: 'AWS::SQS::Queue', Condition: 'Never', Properties: {} },
  },
});
