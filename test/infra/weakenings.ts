import { firstOf, ofType, type Resource } from './template.ts';

type Weaken = (all: readonly Resource[]) => void;

const bucket = 'AWS::S3::Bucket';
const machine = 'AWS::StepFunctions::StateMachine';
const mapping = 'AWS::Lambda::EventSourceMapping';
const queue = 'AWS::SQS::Queue';
const route = 'AWS::ApiGatewayV2::Route';
const table = 'AWS::DynamoDB::Table';
const trail = 'AWS::CloudTrail::Trail';

/** Sets a property of the first resource of a type, by its path; undefined takes it away. */
const setting =
  (type: string, path: string, value?: unknown): Weaken =>
  (all) => {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce((at, name) => at[name], firstOf(all, type).Properties);
    if (!(last in holder)) throw new Error(`${type} has no ${path} to weaken`);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };

const behindToken = (all: readonly Resource[]): Resource[] =>
  ofType(all, route).filter(({ Properties }) => Properties.AuthorizationType === 'JWT');

const firstBehindToken = (all: readonly Resource[]): Resource => {
  const [first] = behindToken(all);
  if (!first) throw new Error('no route asks for a token');
  return first;
};

const granting =
  (Action: string): Weaken =>
  (all) => {
    const { Statement } = firstOf(all, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument;
    Statement.push({ Effect: 'Allow', Action, Resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/attest' });
  };

const withoutStatements =
  (word: string): Weaken =>
  (all) => {
    const { PolicyDocument } = firstOf(all, 'AWS::S3::BucketPolicy').Properties;
    PolicyDocument.Statement = PolicyDocument.Statement.filter((one: object) => !JSON.stringify(one).includes(word));
  };

/** Takes every resource of a type out of the deployment. */
const removing =
  (type: string): Weaken =>
  (all) => {
    for (const one of ofType(all, type)) Object.assign(one, { Type: `removed ${type}` });
  };

const deadLetterQueue = (all: readonly Resource[]): Resource => {
  const found = ofType(all, queue).find(({ Properties }) => String(Properties.QueueName).endsWith('-dead'));
  if (!found) throw new Error('there is no dead-letter queue');
  return found;
};

/** Ways in which a deployment gets worse without ceasing to work; the public packs see a third of them. */
export const weakenings: Readonly<Record<string, Weaken>> = {
  'point-in-time recovery off': setting(table, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
  'a route without authorizer': (all) => {
    firstBehindToken(all).Properties.AuthorizationType = 'NONE';
  },
  'no throttle': setting('AWS::ApiGatewayV2::Stage', 'DefaultRouteSettings.ThrottlingRateLimit'),
  'no web firewall': removing('AWS::WAFv2::WebACL'),
  'a log group without the key': (all) => {
    const ours = ofType(all, 'AWS::Logs::LogGroup').find(({ Properties }) => Properties.KmsKeyId !== undefined);
    delete ours?.Properties.KmsKeyId;
  },
  'logs kept for ever': setting('AWS::Logs::LogGroup', 'RetentionInDays'),
  'every action on the table': granting('dynamodb:*'),
  'a bucket that may become public': setting(bucket, 'PublicAccessBlockConfiguration.BlockPublicPolicy', false),
  'no enforcement of TLS': withoutStatements('aws:SecureTransport'),
  'a key that never turns': setting('AWS::KMS::Key', 'EnableKeyRotation', false),
  'an old runtime': setting('AWS::Lambda::Function', 'Runtime', 'nodejs18.x'),
  'no deletion protection': setting(table, 'DeletionProtectionEnabled', false),
  'a table without the agency’s key': setting(table, 'SSESpecification'),
  'routes without a scope': (all) => {
    for (const { Properties } of behindToken(all)) delete Properties.AuthorizationScopes;
  },
  'an API for every origin': (all) => {
    firstOf(all, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration = { AllowOrigins: ['*'] };
  },
  'execution data in the logs of workflows': setting(machine, 'LoggingConfiguration.IncludeExecutionData', true),
  'a workflow without a time limit': (all) => {
    const { Properties } = firstOf(all, machine);
    const { TimeoutSeconds: _limit, ...endless } = JSON.parse(Properties.DefinitionString);
    Properties.DefinitionString = JSON.stringify(endless);
  },
  'whole batches that come back': setting(mapping, 'FunctionResponseTypes'),
  'messages that come back while they are worked on': (all) => {
    for (const { Properties } of ofType(all, queue)) Properties.VisibilityTimeout = 250;
  },
  'one attempt only': (all) => {
    for (const { Properties } of ofType(all, queue))
      if (Properties.RedrivePolicy) Properties.RedrivePolicy.maxReceiveCount = 1;
  },
  'dead letters gone after four days': (all) => {
    delete deadLetterQueue(all).Properties.MessageRetentionPeriod;
  },
  'no trail': removing(trail),
  'a trail without the objects': (all) => {
    const { Properties } = firstOf(all, trail);
    Properties.AdvancedEventSelectors = Properties.AdvancedEventSelectors.filter(
      (one: object) => !JSON.stringify(one).includes('AWS::S3::Object'),
    );
  },
  'no alarms': removing('AWS::CloudWatch::Alarm'),
  'snapshots that can be deleted': (all) => {
    const locked = ofType(all, bucket).find(({ id }) => id.startsWith('Data'));
    if (!locked?.Properties.ObjectLockEnabled) throw new Error('no bucket is locked');
    delete locked.Properties.ObjectLockEnabled;
  },
  'a schedule without a dead-letter queue': setting('AWS::Scheduler::Schedule', 'Target.DeadLetterConfig'),
  'people who sign themselves up': setting('AWS::Cognito::UserPool', 'AdminCreateUserConfig', {
    AllowAdminCreateUserOnly: false,
  }),
  'a role that deletes items': granting('dynamodb:DeleteItem'),
  'any version of TLS': withoutStatements('s3:TlsVersion'),
  'stacks that can be deleted': setting('Attest::Stack', 'TerminationProtection', false),
  'environments without the key': (all) => {
    const ours = ofType(all, 'AWS::Lambda::Function').find(({ Properties }) => Properties.KmsKeyArn !== undefined);
    if (!ours) throw new Error('no environment is encrypted');
    delete ours.Properties.KmsKeyArn;
  },
};
