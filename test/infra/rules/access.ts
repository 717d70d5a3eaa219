import { isDeepStrictEqual } from 'node:util';
import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { unlisted } from './rights.ts';
import { type Rule, unless } from './rule.ts';
import { grant, isProvider, list, ofProvider, ours, type Statement } from './statements.ts';

/** AWS Backup's role takes the policy that AWS keeps for it: it runs nothing of ours. */
const isBackup = ({ id, Properties }: Resource): boolean =>
  id.startsWith('BackupsRole') &&
  Properties.ManagedPolicyArns?.length === 1 &&
  rendered(Properties.ManagedPolicyArns[0]).endsWith(
    ':iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
  );

const update = 'dynamodb:UpdateItem';
const auditEntries = { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['EVT#*#AUDIT', 'AUDIT#*'] } };

/** Whether it denies changes of the audit entries of exactly these resources, and says so by nothing but their keys. */
const seals = ({ effect, actions, resources, condition }: Statement, tables: readonly string[]): boolean =>
  effect === 'Deny' &&
  actions.toSorted().join() === `dynamodb:DeleteItem,${update}` &&
  resources.join() === tables.join() &&
  isDeepStrictEqual(condition, auditEntries);

const denials = (all: readonly Resource[]) =>
  ofType(all, 'AWS::IAM::ManagedPolicy').flatMap(({ Properties }) =>
    list(Properties.PolicyDocument.Statement)
      .map(Object)
      .filter(({ Effect }) => Effect === 'Deny'),
  );

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

const role = 'AWS::IAM::Role';

/** What a role, a policy or a function is of: its id without its kind. */
const ownerOf = (id: string): string => id.slice(0, -8).replace(/(Role|Policy|Function)$/, '');

/** The services that act by a role, by whose role it is. */
const assumedBy = ({ id }: Resource): string => {
  if (/^Flow/.test(id)) return 'states';
  if (/^Timers/.test(id)) return 'scheduler';
  return /^Backups/.test(id) ? 'backup' : 'lambda';
};

export const accessRules: readonly Rule[] = [
  {
    says: 'whoever may do something may do it by the list of rights: one action on one thing, and nothing else',
    offenders: (all) => ours(all).flatMap(unlisted),
    weaken: (all) => {
      grant(all, 'apievents', { Action: 'sqs:SendMessage', Resource: 'arn:q' });
    },
  },
  {
    says: 'a role is assumed by one service of AWS, a scheduler’s for this account only',
    offenders: (all) =>
      unless(ofType(all, role), (one) => {
        const [statement = {}, second] = list(one.Properties.AssumeRolePolicyDocument.Statement).map(Object);
        const condition = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
        return (
          second === undefined &&
          statement.Action === 'sts:AssumeRole' &&
          isDeepStrictEqual(statement.Principal, { Service: `${assumedBy(one)}.amazonaws.com` }) &&
          isDeepStrictEqual(statement.Condition, assumedBy(one) === 'scheduler' ? condition : undefined)
        );
      }),
    weaken: (all) => {
      firstOf(all, role).Properties.AssumeRolePolicyDocument.Statement[0].Principal = { AWS: '*' };
    },
  },
  {
    says: 'a function has a role of its own, and a policy belongs to the one role it was made for',
    offenders: (all) => [
      ...unless(
        ofType(all, 'AWS::Lambda::Function'),
        ({ id, Properties }) =>
          id.startsWith('CustomCDK') || ownerOf(id) === ownerOf(rendered(Properties.Role).replace(/^<|\.Arn>$/g, '')),
      ),
      ...unless(
        ofType(all, 'AWS::IAM::ManagedPolicy'),
        ({ id, Properties }) => Properties.Roles.map(({ Ref }: { Ref: string }) => ownerOf(Ref)).join() === ownerOf(id),
      ),
    ],
    weaken: (all) => {
      const [first, second] = ofType(all, 'AWS::IAM::ManagedPolicy');
      first?.Properties.Roles.push(...(second?.Properties.Roles ?? []));
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
      grant(all, 'apievents', { Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::a/lanes/*' });
    },
  },
  {
    says: 'whoever may update items may never update or delete an audit entry of that table',
    offenders: (all) => {
      const writing = ours(all).filter(({ effect, actions }) => effect === 'Allow' && actions.includes(update));
      return writing
        .filter(({ policy, resources }) => !ours(all).some((one) => one.policy === policy && seals(one, resources)))
        .map(({ policy }) => policy);
    },
    weaken: (all) => {
      const [deny] = denials(all);
      if (deny) deny.Condition['ForAnyValue:StringLike']['dynamodb:LeadingKeys'] = ['NOTHING'];
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
    says: 'the copier of the pages touches the pages’ bucket, its own assets and the cache only',
    offenders: (all) =>
      ofProvider(all).flatMap(({ actions, resources }) =>
        resources.filter(
          (resource) =>
            !/PagesBucket|cdk-hnb659fds-assets/.test(resource) &&
            !(resource === '*' && actions.every((action) => action.startsWith('cloudfront:'))),
        ),
      ),
    weaken: (all) => {
      const provider = all.find((one) => isProvider(one) && one.Type === 'AWS::IAM::Policy');
      provider?.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 's3:GetObject*', Resource: '*' });
    },
  },
];
