import { firstOf, type Resource } from './template.ts';
import { named, oneOf, set, settingOf, type Weaken, type Weakening } from './weaken.ts';

const lambda = 'AWS::Lambda::Function';
const policy = 'AWS::IAM::ManagedPolicy';

const statementsOf = ({ Properties }: Resource) => [Properties.PolicyDocument.Statement].flat();

const says = (action: string) => (statement: object) => JSON.stringify(statement).includes(action);

/** Changes the first statement of a policy that speaks of the action. */
const changing =
  (type: string, id: string, action: string, changes: object): Weaken =>
  (all) => {
    const statement = statementsOf(oneOf(all, type, named(id))).find(says(action));
    if (!statement) throw new Error(`${id} says nothing of ${action}`);
    Object.assign(statement, changes);
  };

const adding =
  (type: string, id: string, statement: object): Weaken =>
  (all) => {
    oneOf(all, type, named(id)).Properties.PolicyDocument.Statement.push(statement);
  };

const everybody = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const audit = 'whoever may update items may never update or delete an audit entry of that table';
const listed = 'whoever may do something may do it by the list of rights: one action on one thing, and nothing else';
const publicBucket = 'no bucket is public, unversioned or reached without TLS 1.2';
const outside = 'nobody outside is let in: a service of AWS under a condition, or the account by its own policies';

/** One line of a policy each, of the kind that a hurried change or a wrong merge makes. */
export const accessWeakenings: Readonly<Record<string, Weakening>> = {
  'a denial of nothing': {
    breaks: audit,
    weaken: changing(policy, 'apievents', 'LeadingKeys', {
      Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['NOTHING'] } },
    }),
  },
  'a denial elsewhere': { breaks: audit, weaken: changing(policy, 'apievents', 'LeadingKeys', { Resource: 'arn:t' }) },
  'a denial of deleting only': {
    breaks: audit,
    weaken: changing(policy, 'apievents', 'LeadingKeys', { Action: 'dynamodb:DeleteItem' }),
  },
  'a denial that allows': {
    breaks: audit,
    weaken: changing(policy, 'apievents', 'LeadingKeys', { Effect: 'Allow' }),
  },
  'a denial only where all keys are audit keys': {
    breaks: audit,
    weaken: changing(policy, 'apievents', 'LeadingKeys', {
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['EVT#*#AUDIT', 'AUDIT#*'] } },
    }),
  },
  'all but one action': {
    breaks: listed,
    weaken: adding(policy, 'apievents', { Effect: 'Allow', NotAction: 's3:GetObject', Resource: '*' }),
  },
  'all but one thing': {
    breaks: listed,
    weaken: changing(policy, 'apievents', 'PutItem', { Resource: undefined, NotResource: 'arn:t' }),
  },
  'a role for everybody’s hand': {
    breaks: listed,
    weaken: changing(policy, 'schedulesweep', 'PassRole', { Condition: undefined }),
  },
  'a key for everything': {
    breaks: listed,
    weaken: changing(policy, 'apievents', 'ViaService', { Condition: undefined }),
  },
  'statements in PartiQL': {
    breaks: listed,
    weaken: changing(policy, 'apireports', 'PutItem', { Action: ['dynamodb:PutItem', 'dynamodb:PartiQLDelete'] }),
  },
  'a table that may be deleted by a request': {
    breaks: listed,
    weaken: changing(policy, 'apireports', 'PutItem', { Action: 'dynamodb:DeleteTable' }),
  },
  'a request that stops workflows': {
    breaks: listed,
    weaken: adding(policy, 'apireports', {
      Effect: 'Allow',
      Action: 'states:StopExecution',
      Resource: 'arn:aws:states:us-east-1:000000000000:execution:attest-prod-approval:1',
    }),
  },
  'a lock that the cleaner opens': {
    breaks: listed,
    weaken: changing(policy, 'scheduleclean', 's3:DeleteObjectVersion', { Action: 's3:BypassGovernanceRetention' }),
  },
  'a cleaner of certificates': {
    breaks: 'the cleaner of versions and the retention rule alone delete objects, each below its own prefixes',
    weaken: (all) => {
      const statement = statementsOf(oneOf(all, policy, named('scheduleclean'))).find(says('s3:DeleteObjectVersion'));
      statement.Resource = JSON.parse(JSON.stringify(statement.Resource).replace('/lanes/', '/certificates/'));
    },
  },
  'a role that anybody assumes': {
    breaks: 'a role is assumed by one service of AWS, a scheduler’s for this account only',
    weaken: settingOf('AWS::IAM::Role', 'apievents', 'AssumeRolePolicyDocument.Statement.0.Principal', { AWS: '*' }),
  },
  'a scheduler of any account': {
    breaks: 'a role is assumed by one service of AWS, a scheduler’s for this account only',
    weaken: settingOf('AWS::IAM::Role', 'TimersCaller', 'AssumeRolePolicyDocument.Statement.0.Condition'),
  },
  'a request in the sweeper’s role': {
    breaks: 'a function has a role of its own, and a policy belongs to the one role it was made for',
    weaken: (all) => {
      const { Role } = oneOf(all, lambda, named('schedulesweep')).Properties;
      set(oneOf(all, lambda, named('apievents')), 'Role', Role);
    },
  },
  'a bucket for everybody': { breaks: outside, weaken: adding('AWS::S3::BucketPolicy', 'Data', everybody) },
  'a queue for everybody': {
    breaks: outside,
    weaken: changing('AWS::SQS::QueuePolicy', 'IngestQueuePolicy', 'SendMessage', { Principal: '*' }),
  },
  'a queue for files of any bucket': {
    breaks: outside,
    weaken: changing('AWS::SQS::QueuePolicy', 'IngestQueuePolicy', 'SendMessage', { Condition: undefined }),
  },
  'a key for everybody': {
    breaks: outside,
    weaken: (all) => {
      firstOf(all, 'AWS::KMS::Key').Properties.KeyPolicy.Statement[0].Principal = { AWS: '*' };
    },
  },
  'TLS for one only': {
    breaks: publicBucket,
    weaken: changing('AWS::S3::BucketPolicy', 'Data', 'SecureTransport', { Principal: { AWS: 'arn:aws:iam::1:root' } }),
  },
  'TLS refused instead of asked for': {
    breaks: publicBucket,
    weaken: changing('AWS::S3::BucketPolicy', 'Data', 'SecureTransport', {
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }),
  },
  'a queue without TLS': {
    breaks: 'queues are encrypted and refuse anything but TLS',
    weaken: changing('AWS::SQS::QueuePolicy', 'RunQueuePolicy', 'SecureTransport', { Effect: 'Allow' }),
  },
};
