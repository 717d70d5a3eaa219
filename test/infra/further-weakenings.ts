import { firstOf, ofType, type Resource } from './template.ts';
import { oneOf, removing, set, setting, settingOf, type Weakening } from './weaken.ts';

const alarm = 'AWS::CloudWatch::Alarm';
const bucket = 'AWS::S3::Bucket';
const client = 'AWS::Cognito::UserPoolClient';
const distribution = 'AWS::CloudFront::Distribution';
const firewall = 'AWS::WAFv2::WebACL';
const lambda = 'AWS::Lambda::Function';
const machine = 'AWS::StepFunctions::StateMachine';
const mapping = 'AWS::Lambda::EventSourceMapping';
const pool = 'AWS::Cognito::UserPool';
const queue = 'AWS::SQS::Queue';
const route = 'AWS::ApiGatewayV2::Route';
const schedule = 'AWS::Scheduler::Schedule';
const stage = 'AWS::ApiGatewayV2::Stage';
const table = 'AWS::DynamoDB::Table';
const trail = 'AWS::CloudTrail::Trail';

const ofMetric =
  (name: string) =>
  ({ Properties }: Resource): boolean =>
    Properties.MetricName === name;

const tokens = 'every route but the listed ones asks for a token with the API’s scope';
const rings = 'every alarm is on and rings as soon as what it measures is wrong';
const publicBucket = 'no bucket is public, unversioned or reached without TLS 1.2';
const locked = 'snapshots and the versions they pin are locked, and nothing expires them';
const sources = 'one bad message or record never brings its batch back, and no source takes all of a function';
const dead = 'dead letters are kept for two weeks, ring, and come from one known source';
const people = 'nobody signs himself up, passwords are long, a second factor is offered';
const wall =
  'the web firewall stands before everything, with the common rules, bad inputs and a rate, and logs without tokens';
const timely =
  'the sweeper runs every five minutes, chains are sealed every hour and versions and what was closed years ago cleaned every day; a call that fails is laid aside, and silence rings';
const tagged = 'every store and everything that runs says whose it is, what it holds and how long that is kept';
const lies = 'the account’s trail is on everywhere, signed, and lies in a locked bucket of its own';
const tells = 'the trail tells who read or wrote objects of the three stores and items of the table';
const secrets = 'environments are encrypted and hold nothing that looks like a secret';
const edge = 'pages and API have one origin; the API is never cached and its 404 stays a 404';

/** One line of JSON each, of the kind that a hurried change or a wrong merge makes. */
export const furtherWeakenings: Readonly<Record<string, Weakening>> = {
  'a bucket that everybody may list': {
    breaks: publicBucket,
    weaken: settingOf(bucket, 'Data', 'AccessControl', 'PublicRead'),
  },
  'a table whose encryption is off': {
    breaks: 'the table is encrypted with the agency’s own key, which turns every year',
    weaken: setting(table, 'SSESpecification.SSEEnabled', false),
  },
  'a table that goes when it is replaced': {
    breaks: 'what holds state is kept when its stack goes',
    weaken: (all) => Object.assign(firstOf(all, table), { UpdateReplacePolicy: 'Delete' }),
  },
  'a lock for a day': {
    breaks: locked,
    weaken: settingOf(bucket, 'Data', 'ObjectLockConfiguration.Rule.DefaultRetention.Days', 1),
  },
  'reports for ten years': {
    breaks: 'whatever functions may write of uploads and reports goes in its time or by the retention rule',
    weaken: settingOf(bucket, 'Uploads', 'LifecycleConfiguration.Rules.0.ExpirationInDays', 3_650),
  },
  'a scope that every token has': {
    breaks: tokens,
    weaken: (all) => {
      for (const one of ofType(all, route))
        if (one.Properties.AuthorizationScopes) set(one, 'AuthorizationScopes', ['openid']);
    },
  },
  'tokens of another issuer': {
    breaks: 'tokens are read from the Authorization header, of the issuer and for the client that the functions know',
    weaken: setting('AWS::ApiGatewayV2::Authorizer', 'JwtConfiguration.Issuer', 'https://accounts.example.org'),
  },
  'a throttle at a billion': {
    breaks: 'the stage is throttled and logs every answer without query, body or token',
    weaken: setting(stage, 'DefaultRouteSettings.ThrottlingRateLimit', 1e9),
  },
  'an access log with tokens': {
    breaks: 'the stage is throttled and logs every answer without query, body or token',
    weaken: setting(stage, 'AccessLogSettings.Format', '{"s":"$context.status","t":"$context.authorizer.rawToken"}'),
  },
  'functions that anybody calls': {
    breaks: 'the API is called by its own gateway only',
    weaken: setting('AWS::Lambda::Permission', 'Principal', '*'),
  },
  'functions that know no key of the CDN': {
    breaks:
      'the CDN tells the API by a key that nobody sees who it is, and every function of the API takes it and the next one',
    weaken: settingOf(lambda, 'apievents', 'Environment.Variables.ORIGIN_KEYS'),
  },
  'a workflow’s log of errors only': {
    breaks: 'a workflow’s log names its states and never holds what they carried',
    weaken: setting(machine, 'LoggingConfiguration.Level', 'ERROR'),
  },
  'a worker that is fed no more': { breaks: sources, weaken: setting(mapping, 'Enabled', false) },
  'a source that takes all': {
    breaks: sources,
    weaken: (all) => {
      set(
        oneOf(all, mapping, ({ Properties }) => Properties.ScalingConfig !== undefined),
        'ScalingConfig.MaximumConcurrency',
        1_000,
      );
    },
  },
  'dead letters of any queue': {
    breaks: dead,
    weaken: (all) => {
      const isFed = ({ Properties }: Resource): boolean => Properties.RedriveAllowPolicy?.sourceQueueArns !== undefined;
      set(oneOf(all, queue, isFed), 'RedriveAllowPolicy', { redrivePermission: 'allowAll' });
    },
  },
  'dead letters of another queue': {
    breaks: dead,
    weaken: (all) => {
      const isFed = ({ Properties }: Resource): boolean => Properties.RedriveAllowPolicy?.sourceQueueArns !== undefined;
      set(oneOf(all, queue, isFed), 'RedriveAllowPolicy.sourceQueueArns', ['arn:aws:sqs:us-east-1:1:another']);
    },
  },
  'a sweeper switched off': { breaks: timely, weaken: settingOf(schedule, 'Timersschedulesweep', 'State', 'DISABLED') },
  'a call a day late': {
    breaks: timely,
    weaken: settingOf(schedule, 'Timersscheduleseal', 'Target.RetryPolicy.MaximumEventAgeInSeconds', 86_400),
  },
  'an alarm at a billion': { breaks: rings, weaken: setting(alarm, 'Threshold', 1e9) },
  'an alarm that is off': { breaks: rings, weaken: setting(alarm, 'ActionsEnabled', false) },
  'an alarm of the wrong side': { breaks: rings, weaken: setting(alarm, 'ComparisonOperator', 'LessThanThreshold') },
  'an alarm a day': { breaks: rings, weaken: setting(alarm, 'Period', 86_400) },
  'an alarm of no period': { breaks: rings, weaken: setting(alarm, 'Period') },
  'silence that is no matter': {
    breaks: rings,
    weaken: (all) => {
      set(oneOf(all, alarm, ofMetric('Invocations')), 'TreatMissingData', 'notBreaching');
    },
  },
  'throttles that nobody hears of': {
    breaks:
      'everything that rings for the whole deployment is there: 5xx, throttles, lag of the relay, silence of the sweeper',
    weaken: (all) => {
      set(oneOf(all, alarm, ofMetric('Throttles')), 'MetricName', 'Duration');
    },
  },
  'a second factor if you like': {
    breaks: 'people of production prove themselves by a second factor',
    weaken: setting(pool, 'MfaConfiguration', 'OPTIONAL'),
  },
  'passwords of letters': { breaks: people, weaken: setting(pool, 'Policies.PasswordPolicy.RequireNumbers', false) },
  'tokens for sixty days': {
    breaks: 'the pages get tokens by authorization code only, without a secret, for at most an hour',
    weaken: setting(client, 'TokenValidityUnits.AccessToken', 'days'),
  },
  'a literal token in an environment': {
    breaks: secrets,
    weaken: settingOf(lambda, 'apievents', 'Environment.Variables.USER_ID_CLAIM', `ghp_${'a1B2'.repeat(9)}`),
  },
  'a function of another processor': {
    breaks: 'every function says for which processor it was built, all for the same one',
    weaken: settingOf(lambda, 'apievents', 'Architectures', ['arm64']),
  },
  'a firewall that only counts': {
    breaks: wall,
    weaken: (all) => {
      set(firstOf(all, firewall), 'Rules.0.OverrideAction', { Count: {} });
    },
  },
  'a rate of millions': { breaks: wall, weaken: setting(firewall, 'Rules.2.Statement.RateBasedStatement.Limit', 2e9) },
  'a trail that is off': { breaks: lies, weaken: setting(trail, 'IsLogging', false) },
  'a trail of writing only': {
    breaks: tells,
    weaken: (all) => {
      const [, objects] = firstOf(all, trail).Properties.AdvancedEventSelectors;
      objects.FieldSelectors.push({ Field: 'readOnly', Equals: ['false'] });
    },
  },
  'backups that anybody deletes': {
    breaks: 'the table is copied every night to a vault that nobody can empty',
    weaken: setting('AWS::Backup::BackupVault', 'AccessPolicy.Statement.0.Effect', 'Allow'),
  },
  'pages without TLS': {
    breaks: edge,
    weaken: setting(distribution, 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy', 'allow-all'),
  },
  'a queue of nobody': { breaks: tagged, weaken: setting(queue, 'Tags') },
  'students’ names in an export': {
    breaks: 'no stack tells a column about students: what it outputs anybody in the account may read',
    weaken: setting('Attest::Output', 'Export', { Name: 'Attest-prod-Data:BirthDate' }),
  },
  'a budget told at ten times its sum': {
    breaks: 'a month that costs more than planned is told, and so is a service that costs more than it used to',
    weaken: setting('AWS::Budgets::Budget', 'NotificationsWithSubscribers.0.Notification.Threshold', 1_000),
  },
  'spending that nobody compares': {
    breaks: 'a month that costs more than planned is told, and so is a service that costs more than it used to',
    weaken: removing('AWS::CE::AnomalySubscription'),
  },
};
