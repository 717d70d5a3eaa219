import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * One declared use of one thing: the variables by which a function's code names it, and the exact actions on exact
 * resources that this use needs. What a function may do is the sum of its uses and nothing else.
 */
export interface Use {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const allow = (actions: readonly string[], resources: readonly string[], conditions?: Conditions) =>
  new PolicyStatement({ actions: [...actions], resources: [...resources], ...(conditions && { conditions }) });

export const use = (environment: Use['environment'], ...statements: readonly PolicyStatement[]): Use => ({
  environment,
  statements,
});
