import { isDeepStrictEqual } from 'node:util';
import { ofType, rendered, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

/** Where a resource says who may use it, whatever their own policies say. */
const documents = ['PolicyDocument', 'KeyPolicy', 'AccessPolicy', 'ResourcePolicy'];

interface Statement {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const statementsIn = (document: { readonly Statement?: Statement | Statement[] } | undefined): Statement[] =>
  [document?.Statement ?? []].flat();

const statementsOf = ({ Properties }: Resource): Statement[] =>
  documents.flatMap((name) => statementsIn(Properties[name]));

const account = {
  AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] },
};

const isService = (principal: unknown): boolean => Object.keys(Object(principal)).join() === 'Service';

const letsNobodyIn = ({ Effect, Principal, Condition }: Statement): boolean =>
  Effect === 'Deny' || isDeepStrictEqual(Principal, account) || (isService(Principal) && Condition !== undefined);

/** Whether the policy refuses everybody everything on the resource under that condition. */
const refuses = (policy: Resource | undefined, action: string, id: string, condition: object): boolean =>
  policy !== undefined &&
  statementsOf(policy).some(
    (one) =>
      one.Effect === 'Deny' &&
      one.Action === action &&
      isDeepStrictEqual(one.Principal, { AWS: '*' }) &&
      isDeepStrictEqual(one.Condition, condition) &&
      [one.Resource].flat().map(rendered).includes(`<${id}.Arn>`),
  );

const plain = { Bool: { 'aws:SecureTransport': 'false' } };
const oldTls = { NumericLessThan: { 's3:TlsVersion': 1.2 } };

/** Whether a bucket is reached by TLS 1.2 at least, its objects too. */
export const isBucketByTls = (all: readonly Resource[], { id }: Resource): boolean => {
  const policy = ofType(all, 'AWS::S3::BucketPolicy').find(({ Properties }) => Properties.Bucket.Ref === id);
  const onObjects = (policy ? statementsOf(policy) : [])
    .filter(({ Effect }) => Effect === 'Deny')
    .every((one) => [one.Resource].flat().map(rendered).includes(`<${id}.Arn>/*`));
  return onObjects && [plain, oldTls].every((condition) => refuses(policy, 's3:*', id, condition));
};

export const isQueueByTls = (all: readonly Resource[], { id }: Resource): boolean => {
  const policy = ofType(all, 'AWS::SQS::QueuePolicy').find(({ Properties }) => Properties.Queues[0].Ref === id);
  return refuses(policy, 'sqs:*', id, plain);
};

export const resourcePolicyRules: readonly Rule[] = [
  {
    says: 'nobody outside is let in: a service of AWS under a condition, or the account by its own policies',
    offenders: (all) =>
      unless(
        all.filter(({ Type }) => !Type.startsWith('AWS::IAM::')),
        (one) => statementsOf(one).every(letsNobodyIn),
      ),
    weaken: (all) => {
      const [policy] = ofType(all, 'AWS::S3::BucketPolicy');
      policy?.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' });
    },
  },
];
