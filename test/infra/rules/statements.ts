import { ofType, rendered, type Resource } from '../template.ts';

const policyTypes = ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy'];

export interface Statement {
  readonly policy: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: unknown;
}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** CDK's own function that copies the pages into their bucket; it touches nothing else (rule below). */
export const isProvider = ({ id }: Resource): boolean => id.startsWith('CustomCDKBucketDeployment');

const statementsOf = (policies: readonly Resource[]): Statement[] =>
  policies.flatMap(({ id, Properties }) =>
    list(Properties.PolicyDocument.Statement).map((statement) => {
      const { Effect, Action, Resource: on, Condition: condition } = Object(statement);
      const [actions, resources] = [list(Action).map(String), list(on).map(rendered)];
      return { policy: id, effect: Effect, actions, resources, condition };
    }),
  );

export const ours = (all: readonly Resource[]): Statement[] =>
  statementsOf(ofType(all, ...policyTypes).filter((policy) => !isProvider(policy)));

export const ofProvider = (all: readonly Resource[]): Statement[] =>
  statementsOf(ofType(all, ...policyTypes).filter(isProvider));

/** One statement more for the role of this door. */
export const grant = (all: readonly Resource[], door: string, statement: object): void => {
  const policy = ofType(all, 'AWS::IAM::ManagedPolicy').find(({ id }) => id.startsWith(`${door}Policy`));
  if (!policy) throw new Error(`The template holds no policy of ${door}`);
  policy.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', ...statement });
};
