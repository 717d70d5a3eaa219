import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const policyTypes = ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy'];

interface Statement {
  readonly policy: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** CDK's own function that copies the pages into their bucket; it touches nothing else (rule below). */
const isProvider = ({ id }: Resource): boolean => id.startsWith('CustomCDKBucketDeployment');

/** AWS Backup's role takes the policy that AWS keeps for it: it runs nothing of ours. */
const isBackup = ({ id, Properties }: Resource): boolean =>
  id.startsWith('BackupsRole') &&
  Properties.ManagedPolicyArns?.length === 1 &&
  rendered(Properties.ManagedPolicyArns[0]).endsWith(
    ':iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
  );

const statementsOf = (policies: readonly Resource[]): Statement[] =>
  policies.flatMap(({ id, Properties }) =>
    list(Properties.PolicyDocument.Statement).map((statement) => {
      const { Effect, Action, Resource: on } = Object(statement);
      return { policy: id, effect: Effect, actions: list(Action).map(String), resources: list(on).map(rendered) };
    }),
  );

const ours = (all: readonly Resource[]): Statement[] =>
  statementsOf(ofType(all, ...policyTypes).filter((policy) => !isProvider(policy)));

/** Services whose rights know no resources, and name patterns below one thing. Everything else is exact. */
const wildcards: readonly { readonly actions: RegExp; readonly resource: RegExp }[] = [
  { actions: /^xray:/, resource: /^\*$/ },
  { actions: /^logs:(\w*LogDeliver\w*|PutResourcePolicy|Describe(ResourcePolicies|LogGroups))$/, resource: /^\*$/ },
  {
    actions: /^s3:(GetObject|PutObject|AbortMultipartUpload|DeleteObject|DeleteObjectVersion)$/,
    resource: /^<[\w:-]*Bucket\w+[.:]?Arn\w*>\/([a-z-]+\/)?\*$/,
  },
  { actions: /^dynamodb:ListStreams$/, resource: /\/stream\/\*$/ },
  { actions: /^scheduler:/, resource: /:schedule\/<TimersGroup\w+>\/\*$/ },
];

const isListed = (action: string, resource: string): boolean =>
  wildcards.some((one) => one.actions.test(action) && one.resource.test(resource));

const inexact = ({ policy, effect, actions, resources }: Statement): string[] =>
  effect === 'Deny'
    ? []
    : actions.flatMap((action) => [
        ...(action.includes('*') ? [`${policy}: ${action}`] : []),
        ...resources
          .filter((resource) => resource.includes('*') && !isListed(action, resource))
          .map((resource) => `${policy}: ${action} on ${resource}`),
      ]);

const grant = (all: readonly Resource[], statement: object): void => {
  firstOf(all, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument.Statement.push({ Effect: 'Allow', ...statement });
};

const mayDo = (all: readonly Resource[], action: string): string[] =>
  ours(all)
    .filter(({ effect, actions }) => effect === 'Allow' && actions.includes(action))
    .map(({ policy }) => policy);

/** Who may delete objects, and which: nothing that is sealed, and no certificate. */
const deleters: Readonly<Record<string, RegExp>> = {
  schedulecleanPolicy: /<[\w:-]*DataBucket\w+[.:]?Arn\w*>\/lanes\/\*$/,
  scheduleretentionPolicy:
    /<[\w:-]*(DataBucket\w+[.:]?Arn\w*>\/(snapshots|datamart|compacted)|ReportsBucket\w+[.:]?Arn\w*>\/(runs|snapshots))\/\*$/,
};

const mayDelete = ({ policy, resources }: Statement): boolean =>
  Object.entries(deleters).some(
    ([name, places]) => policy.startsWith(name) && resources.every((resource) => places.test(resource)),
  );

export const accessRules: readonly Rule[] = [
  {
    says: 'every right is one action on one thing; the exceptions are listed',
    offenders: (all) => ours(all).flatMap(inexact),
    weaken: (all) => {
      grant(all, { Action: 's3:GetObject', Resource: '*' });
    },
  },
  {
    says: 'no action is given with a wildcard',
    offenders: (all) => ours(all).flatMap(({ actions }) => actions.filter((action) => action.includes('*'))),
    weaken: (all) => {
      grant(all, { Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:us-east-1:1:table/a' });
    },
  },
  {
    says: 'nobody deletes items, objects or messages of others',
    offenders: (all) =>
      ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'sqs:PurgeQueue'].flatMap((action) => mayDo(all, action)),
    weaken: (all) => {
      grant(all, { Action: 'dynamodb:DeleteItem', Resource: 'arn:aws:dynamodb:us-east-1:1:table/a' });
    },
  },
  {
    says: 'the cleaner of versions and the retention rule alone delete objects, each below its own prefixes',
    offenders: (all) => {
      const deleting = ours(all).filter(({ actions }) => actions.some((action) => action.startsWith('s3:Delete')));
      const absent = Object.keys(deleters).filter((name) => !deleting.some(({ policy }) => policy.startsWith(name)));
      return [...absent, ...deleting.filter((one) => !mayDelete(one)).map(({ policy }) => policy)];
    },
    weaken: (all) => {
      grant(all, { Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::a/lanes/*' });
    },
  },
  {
    says: 'whoever may update items may never update an audit entry',
    offenders: (all) =>
      mayDo(all, 'dynamodb:UpdateItem').filter(
        (policy) =>
          !ours(all).some(
            (one) => one.policy === policy && one.effect === 'Deny' && one.actions.includes('dynamodb:UpdateItem'),
          ),
      ),
    weaken: (all) => {
      for (const { Properties } of ofType(all, 'AWS::IAM::ManagedPolicy'))
        for (const statement of list(Properties.PolicyDocument.Statement))
          Object.assign(Object(statement), { Effect: 'Allow' });
    },
  },
  {
    says: 'a role has its own managed policies only: nothing inline, nothing of AWS',
    offenders: (all) =>
      unless(
        ofType(all, 'AWS::IAM::Role').filter((role) => !isProvider(role) && !isBackup(role)),
        ({ Properties }) => Properties.Policies === undefined && Properties.ManagedPolicyArns === undefined,
      ).concat(
        ofType(all, 'AWS::IAM::Policy')
          .filter((policy) => !isProvider(policy))
          .map(({ id }) => id),
      ),
    weaken: (all) => {
      firstOf(all, 'AWS::IAM::Role').Properties.ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    },
  },
  {
    says: 'requests send nothing; only the relay and the sweeper start, schedule, mail and let people in',
    offenders: (all) => {
      const mayNot = (who: RegExp, actions: readonly string[]): string[] =>
        actions.flatMap((action) => mayDo(all, action)).filter((policy) => !who.test(policy));
      return [
        ...mayNot(/^(streamrelayoutbox|schedulesweep)/, [
          'states:StartExecution',
          'scheduler:CreateSchedule',
          'ses:SendEmail',
          'cognito-idp:AdminCreateUser',
        ]),
        ...mayNot(/^(streamrelayoutbox|schedulesweep|workerdelivernotifications|Timers)/, ['sqs:SendMessage']),
        ...mayNot(/^(streamrelayoutbox|schedulesweep|workerdelivernotifications|flowapproval)/, [
          'states:SendTaskSuccess',
        ]),
      ];
    },
    weaken: (all) => {
      const door = all.find(({ id, Type }) => id.startsWith('apievents') && Type === 'AWS::IAM::ManagedPolicy');
      door?.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:q' });
    },
  },
  {
    says: 'the copier of the pages touches the pages’ bucket, its own assets and the cache only',
    offenders: (all) =>
      statementsOf(ofType(all, ...policyTypes).filter(isProvider)).flatMap(({ actions, resources }) =>
        resources.filter(
          (resource) =>
            !/PagesBucket|cdk-hnb659fds-assets/.test(resource) &&
            !(resource === '*' && actions.every((action) => action.startsWith('cloudfront:'))),
        ),
      ),
    weaken: (all) => {
      const provider = all.find((one) => isProvider(one) && policyTypes.includes(one.Type));
      provider?.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 's3:GetObject*', Resource: '*' });
    },
  },
];
