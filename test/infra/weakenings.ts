import { firstOf, ofType, type Resource } from './template.ts';
import { granting, oneOf, removing, setting, type Weaken, type Weakening } from './weaken.ts';

const bucket = 'AWS::S3::Bucket';
const machine = 'AWS::StepFunctions::StateMachine';
const mapping = 'AWS::Lambda::EventSourceMapping';
const queue = 'AWS::SQS::Queue';
const route = 'AWS::ApiGatewayV2::Route';
const table = 'AWS::DynamoDB::Table';
const trail = 'AWS::CloudTrail::Trail';

const behindToken = ({ Properties }: Resource): boolean => Properties.AuthorizationType === 'JWT';

const withoutStatements =
  (word: string): Weaken =>
  (all) => {
    const { PolicyDocument } = firstOf(all, 'AWS::S3::BucketPolicy').Properties;
    PolicyDocument.Statement = PolicyDocument.Statement.filter((one: object) => !JSON.stringify(one).includes(word));
  };

const isDead = ({ Properties }: Resource): boolean => String(Properties.QueueName).endsWith('-dead');

/** Ways in which a deployment gets worse without ceasing to work; the public packs see a third of them. */
export const weakenings: Readonly<Record<string, Weakening>> = {
  'point-in-time recovery off': {
    breaks: 'the table can be restored to any second and not be deleted by mistake',
    weaken: setting(table, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
  },
  'a route without authorizer': {
    breaks: 'every route but the listed ones asks for a token with the API’s scope',
    weaken: (all) => {
      oneOf(all, route, behindToken).Properties.AuthorizationType = 'NONE';
    },
  },
  'no throttle': {
    breaks: 'the stage is throttled and logs every answer without query, body or token',
    weaken: setting('AWS::ApiGatewayV2::Stage', 'DefaultRouteSettings.ThrottlingRateLimit'),
  },
  'no web firewall': {
    breaks:
      'the web firewall stands before everything, with the common rules, bad inputs and a rate, and logs without tokens',
    weaken: removing('AWS::WAFv2::WebACL'),
  },
  'a log group without the key': {
    breaks: 'logs are kept for a year, ours under the agency’s own key',
    weaken: (all) => {
      const isOurs = ({ Properties }: Resource): boolean => Properties.KmsKeyId !== undefined;
      delete oneOf(all, 'AWS::Logs::LogGroup', isOurs).Properties.KmsKeyId;
    },
  },
  'logs kept for ever': {
    breaks: 'logs are kept for a year, ours under the agency’s own key',
    weaken: setting('AWS::Logs::LogGroup', 'RetentionInDays'),
  },
  'every action on the table': {
    breaks: 'whoever may do something may do it by the list of rights: one action on one thing, and nothing else',
    weaken: granting('dynamodb:*'),
  },
  'a bucket that may become public': {
    breaks: 'no bucket is public, unversioned or reached without TLS 1.2',
    weaken: setting(bucket, 'PublicAccessBlockConfiguration.BlockPublicPolicy', false),
  },
  'no enforcement of TLS': {
    breaks: 'no bucket is public, unversioned or reached without TLS 1.2',
    weaken: withoutStatements('aws:SecureTransport'),
  },
  'a key that never turns': {
    breaks: 'the table is encrypted with the agency’s own key, which turns every year',
    weaken: setting('AWS::KMS::Key', 'EnableKeyRotation', false),
  },
  'an old runtime': {
    breaks: 'functions run on Node 24, are traced, and log as JSON to a group of their own name',
    weaken: setting('AWS::Lambda::Function', 'Runtime', 'nodejs18.x'),
  },
  'no deletion protection': {
    breaks: 'the table can be restored to any second and not be deleted by mistake',
    weaken: setting(table, 'DeletionProtectionEnabled', false),
  },
  'a table without the agency’s key': {
    breaks: 'the table is encrypted with the agency’s own key, which turns every year',
    weaken: setting(table, 'SSESpecification'),
  },
  'routes without a scope': {
    breaks: 'every route but the listed ones asks for a token with the API’s scope',
    weaken: (all) => {
      for (const { Properties } of ofType(all, route).filter(behindToken)) delete Properties.AuthorizationScopes;
    },
  },
  'an API for every origin': {
    breaks: 'the API answers no page of another origin',
    weaken: (all) => {
      firstOf(all, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration = { AllowOrigins: ['*'] };
    },
  },
  'execution data in the logs of workflows': {
    breaks: 'a workflow’s log names its states and never holds what they carried',
    weaken: setting(machine, 'LoggingConfiguration.IncludeExecutionData', true),
  },
  'a workflow without a time limit': {
    breaks: 'a workflow is deployed as it is written, and calls the one function of its tasks',
    weaken: (all) => {
      const { Properties } = firstOf(all, machine);
      const { TimeoutSeconds: _limit, ...endless } = JSON.parse(Properties.DefinitionString);
      Properties.DefinitionString = JSON.stringify(endless);
    },
  },
  'whole batches that come back': {
    breaks: 'one bad message or record never brings its batch back, and no source takes all of a function',
    weaken: setting(mapping, 'FunctionResponseTypes'),
  },
  'messages that come back while they are worked on': {
    breaks: 'a message stays hidden for six times as long as its worker may run',
    weaken: (all) => {
      for (const { Properties } of ofType(all, queue)) Properties.VisibilityTimeout = 250;
    },
  },
  'one attempt only': {
    breaks: 'work that fails goes to a queue of its own after three to five attempts',
    weaken: (all) => {
      for (const { Properties } of ofType(all, queue))
        if (Properties.RedrivePolicy) Properties.RedrivePolicy.maxReceiveCount = 1;
    },
  },
  'dead letters gone after four days': {
    breaks: 'dead letters are kept for two weeks, ring, and come from one known source',
    weaken: (all) => {
      delete oneOf(all, queue, isDead).Properties.MessageRetentionPeriod;
    },
  },
  'no trail': {
    breaks: 'the account’s trail is on everywhere, signed, and lies in a locked bucket of its own',
    weaken: removing(trail),
  },
  'a trail without the objects': {
    breaks: 'the trail tells who read or wrote objects of the three stores and items of the table',
    weaken: (all) => {
      const { Properties } = firstOf(all, trail);
      Properties.AdvancedEventSelectors = Properties.AdvancedEventSelectors.filter(
        (one: object) => !JSON.stringify(one).includes('AWS::S3::Object'),
      );
    },
  },
  'no alarms': {
    breaks: 'every alarm calls somebody',
    weaken: removing('AWS::CloudWatch::Alarm'),
  },
  'snapshots that can be deleted': {
    breaks: 'snapshots and the versions they pin are locked, and nothing expires them',
    weaken: (all) => {
      delete oneOf(all, bucket, ({ id }) => id.startsWith('Data')).Properties.ObjectLockEnabled;
    },
  },
  'a schedule without a dead-letter queue': {
    breaks:
      'the sweeper runs every five minutes, chains are sealed every hour and versions and what was closed years ago cleaned every day; a call that fails is laid aside, and silence rings',
    weaken: setting('AWS::Scheduler::Schedule', 'Target.DeadLetterConfig'),
  },
  'people who sign themselves up': {
    breaks: 'nobody signs himself up, passwords are long, a second factor is offered',
    weaken: setting('AWS::Cognito::UserPool', 'AdminCreateUserConfig', {
      AllowAdminCreateUserOnly: false,
    }),
  },
  'a role that deletes items': {
    breaks: 'whoever may do something may do it by the list of rights: one action on one thing, and nothing else',
    weaken: granting('dynamodb:DeleteItem'),
  },
  'any version of TLS': {
    breaks: 'no bucket is public, unversioned or reached without TLS 1.2',
    weaken: withoutStatements('s3:TlsVersion'),
  },
  'stacks that can be deleted': {
    breaks: 'no stack can be deleted by mistake',
    weaken: setting('Attest::Stack', 'TerminationProtection', false),
  },
  'environments without the key': {
    breaks: 'environments are encrypted and hold nothing that looks like a secret',
    weaken: (all) => {
      const isOurs = ({ Properties }: Resource): boolean => Properties.KmsKeyArn !== undefined;
      delete oneOf(all, 'AWS::Lambda::Function', isOurs).Properties.KmsKeyArn;
    },
  },
};
