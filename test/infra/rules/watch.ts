import { isDeepStrictEqual } from 'node:util';
import { firstOf, ofType, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';
import { studentColumns, studentColumnsIn } from './student-columns.ts';

const trail = 'AWS::CloudTrail::Trail';
const alarm = 'AWS::CloudWatch::Alarm';
const distribution = 'AWS::CloudFront::Distribution';
const firewall = 'AWS::WAFv2::WebACL';
const tagged = [
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::StepFunctions::StateMachine',
];

/** What a tag must say; an agency chooses its own name and years. */
const tags: Readonly<Record<string, RegExp>> = {
  'attest:owner': /\S/,
  'attest:data-class': /^student-records$/,
  'attest:retention': /^[1-9]\d?-years$/,
};

const tagOf = ({ Properties }: Resource, name: string): string =>
  (Properties.Tags ?? []).find(({ Key }: { readonly Key: string }) => Key === name)?.Value ?? '';

interface Selector {
  readonly FieldSelectors: readonly { readonly Field: string; readonly [operator: string]: unknown }[];
}

/** A further field would tell a part only: what was written, what some user did. */
const whole = 'eventCategory,resources.type,resources.ARN';
const fieldsOf = ({ FieldSelectors }: Selector): string => FieldSelectors.map(({ Field }) => Field).join();

/** How many objects' or tables' data events of this type the trail tells. */
const told = ({ Properties }: Resource, type: string): number =>
  (Properties.AdvancedEventSelectors ?? [])
    .filter((one: Selector) => JSON.stringify(one).includes(type) && fieldsOf(one) === whole)
    .flatMap((one: Selector) => one.FieldSelectors.filter(({ Field }) => Field === 'resources.ARN'))
    .flatMap((field: Selector['FieldSelectors'][number]) => field['StartsWith'] ?? field['Equals']).length;

interface WallRule {
  readonly Statement: {
    readonly ManagedRuleGroupStatement?: {
      readonly Name: string;
      readonly RuleActionOverrides?: readonly { readonly Name: string }[];
    };
    readonly RateBasedStatement?: { readonly Limit: number; readonly AggregateKeyType: string };
  };
  readonly Action?: object;
  readonly OverrideAction?: object;
}

const group =
  (name: string) =>
  ({ Statement }: WallRule): boolean =>
    Statement.ManagedRuleGroupStatement?.Name === `AWSManagedRules${name}RuleSet`;

const walls: readonly ((rule: WallRule) => boolean)[] = [
  group('Common'),
  group('KnownBadInputs'),
  ({ Statement: { RateBasedStatement: rate } }) =>
    (rate?.Limit ?? Infinity) <= 2_000 && rate?.AggregateKeyType === 'IP',
];

/** Nothing is only counted but bodies of more than 8 KB: the API has a limit of its own for them. */
const refusesByItself = ({ Statement, Action, OverrideAction }: WallRule): boolean =>
  isDeepStrictEqual(
    Statement.RateBasedStatement ? Action : OverrideAction,
    Statement.RateBasedStatement ? { Block: {} } : { None: {} },
  ) &&
  (Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []).every(
    ({ Name }) => Name === 'SizeRestrictions_BODY',
  );

/** Before or as soon as the month has cost what was planned. */
const tellsInTime = ({ Notification, Subscribers }: Resource['Properties']): boolean =>
  Notification.ComparisonOperator === 'GREATER_THAN' && Notification.Threshold <= 100 && Subscribers.length > 0;

const missing = (all: readonly Resource[], type: string): string[] =>
  ofType(all, type).length === 0 ? [`no ${type}`] : [];

const atLeastOne = (all: readonly Resource[], type: string, test: (resource: Resource) => boolean): string[] => [
  ...missing(all, type),
  ...unless(ofType(all, type), test),
];

export const watchRules: readonly Rule[] = [
  {
    says: 'people of production prove themselves by a second factor',
    offenders: (all) =>
      unless(
        ofType(all, 'AWS::Cognito::UserPool'),
        ({ Properties }) =>
          Properties.MfaConfiguration === 'ON' && Properties.EnabledMfas?.join() === 'SOFTWARE_TOKEN_MFA',
      ),
    weaken: (all) => {
      firstOf(all, 'AWS::Cognito::UserPool').Properties.MfaConfiguration = 'OPTIONAL';
    },
  },
  {
    says: 'the account’s trail is on everywhere, signed, and lies in a locked bucket of its own',
    offenders: (all) =>
      atLeastOne(all, trail, ({ Properties }) => {
        const bucket = all.find(({ id }) => id === Properties.S3BucketName?.Ref);
        return (
          Properties.IsLogging === true &&
          Properties.IsMultiRegionTrail === true &&
          Properties.EnableLogFileValidation === true &&
          bucket?.id.startsWith('Trail') === true &&
          bucket.Properties.ObjectLockEnabled === true
        );
      }),
    weaken: (all) => {
      firstOf(all, trail).Properties.EnableLogFileValidation = false;
    },
  },
  {
    says: 'the trail tells who read or wrote objects of the three stores and items of the table',
    offenders: (all) =>
      atLeastOne(all, trail, (one) => told(one, 'AWS::S3::Object') === 3 && told(one, 'AWS::DynamoDB::Table') === 1),
    weaken: (all) => {
      firstOf(all, trail).Properties.AdvancedEventSelectors.pop();
    },
  },
  {
    says: 'every alarm calls somebody',
    offenders: (all) => atLeastOne(all, alarm, ({ Properties }) => Properties.AlarmActions?.length > 0),
    weaken: (all) => delete firstOf(all, alarm).Properties.AlarmActions,
  },
  {
    says: 'no alarm, dashboard or metric filter names a column about students',
    offenders: (all) =>
      unless(
        ofType(all, alarm, 'AWS::CloudWatch::Dashboard', 'AWS::Logs::MetricFilter'),
        ({ Properties }) => studentColumnsIn(JSON.stringify(Properties)).length === 0,
      ),
    weaken: (all) => {
      firstOf(all, alarm).Properties.AlarmDescription = `Too many of one ${studentColumns[0] ?? ''}`;
    },
  },
  {
    says: 'the table is copied every night to a vault that nobody can empty',
    offenders: (all) => [
      ...atLeastOne(all, 'AWS::Backup::BackupVault', ({ Properties }) =>
        (Properties.AccessPolicy?.Statement ?? []).some(
          ({ Effect, Principal, Action }: { readonly [name: string]: unknown }) =>
            Effect === 'Deny' &&
            isDeepStrictEqual(Principal, { AWS: '*' }) &&
            [Action].flat().includes('backup:DeleteRecoveryPoint'),
        ),
      ),
      ...atLeastOne(all, 'AWS::Backup::BackupPlan', ({ Properties }) =>
        Properties.BackupPlan.BackupPlanRule.every(
          ({ Lifecycle }: { readonly Lifecycle?: { readonly DeleteAfterDays?: number } }) =>
            Lifecycle?.DeleteAfterDays === 35,
        ),
      ),
      ...missing(all, 'AWS::Backup::BackupSelection'),
    ],
    weaken: (all) => delete firstOf(all, 'AWS::Backup::BackupVault').Properties.AccessPolicy,
  },
  {
    says: 'a month that costs more than planned is told, and so is a service that costs more than it used to',
    offenders: (all) => [
      ...atLeastOne(
        all,
        'AWS::Budgets::Budget',
        ({ Properties }) => (Properties.NotificationsWithSubscribers ?? []).filter(tellsInTime).length === 2,
      ),
      ...atLeastOne(all, 'AWS::CE::AnomalySubscription', ({ Properties }) => Properties.Subscribers?.length > 0),
    ],
    weaken: (all) => delete firstOf(all, 'AWS::Budgets::Budget').Properties.NotificationsWithSubscribers,
  },
  {
    says: 'the web firewall stands before everything, with the common rules, bad inputs and a rate, and logs without tokens',
    offenders: (all) => [
      ...atLeastOne(all, firewall, ({ Properties }) => {
        return walls.every((isThere) => Properties.Rules.some(isThere)) && Properties.Rules.every(refusesByItself);
      }),
      ...atLeastOne(all, 'AWS::WAFv2::LoggingConfiguration', ({ Properties }) =>
        JSON.stringify(Properties.RedactedFields ?? '').includes('authorization'),
      ),
      ...unless(ofType(all, distribution), ({ Properties }) => Properties.DistributionConfig.WebACLId !== undefined),
    ],
    weaken: (all) => delete firstOf(all, distribution).Properties.DistributionConfig.WebACLId,
  },
  {
    says: 'an own domain is reached by TLS 1.2 at least',
    offenders: (all) =>
      unless(
        ofType(all, distribution),
        ({ Properties }) => Properties.DistributionConfig.ViewerCertificate?.MinimumProtocolVersion === 'TLSv1.2_2021',
      ),
    weaken: (all) => delete firstOf(all, distribution).Properties.DistributionConfig.ViewerCertificate,
  },
  {
    says: 'no stack can be deleted by mistake',
    offenders: (all) => atLeastOne(all, 'Attest::Stack', ({ Properties }) => Properties.TerminationProtection === true),
    weaken: (all) => {
      firstOf(all, 'Attest::Stack').Properties.TerminationProtection = false;
    },
  },
  {
    says: 'every store and everything that runs says whose it is, what it holds and how long that is kept',
    offenders: (all) =>
      unless(
        ofType(all, ...tagged).filter(({ id }) => !id.startsWith('CustomCDK')),
        (one) => Object.entries(tags).every(([name, value]) => value.test(tagOf(one, name))),
      ),
    weaken: (all) => delete firstOf(all, 'AWS::SQS::Queue').Properties.Tags,
  },
];
