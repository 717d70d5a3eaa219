import * as z from 'zod';
import { resourcesOfType } from '../assembly/assembly.ts';
import type { Resource } from '../runtime.ts';
import { type ConditionContext, isAllowed, policyDocument, type Statement } from './policy.ts';

/** May the role do this? Answers from the policies of the template alone; a role it does not know may do nothing. */
export type Authorize = (roleArn: string, action: string, resource: string, context?: ConditionContext) => boolean;

const roleProperties = z.object({
  Policies: z.array(z.object({ PolicyDocument: policyDocument })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});

const attachedProperties = z.object({ Roles: z.array(z.string()).default([]), PolicyDocument: policyDocument });

/** Collects every statement a role has: inline, attached by a policy, or through a managed policy of the template. */
export function createAuthorizer(resources: readonly Resource[]): Authorize {
  const roles = resourcesOfType(resources, 'AWS::IAM::Role');
  const attached = resourcesOfType(resources, 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').map((policy) => ({
    arn: policy.arn,
    ...attachedProperties.parse(policy.properties),
  }));
  const statements = new Map(
    roles.map((role): [string | undefined, Statement[]] => {
      const { Policies, ManagedPolicyArns } = roleProperties.parse(role.properties);
      const outer = attached.filter(
        ({ arn, Roles }) => Roles.includes(role.physicalId) || (arn !== undefined && ManagedPolicyArns.includes(arn)),
      );
      return [role.arn, [...Policies, ...outer].flatMap(({ PolicyDocument }) => PolicyDocument.Statement)];
    }),
  );
  return (roleArn, action, resource, context) => isAllowed(statements.get(roleArn) ?? [], action, resource, context);
}
