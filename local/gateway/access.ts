import type { Authorize } from './authorize.ts';
import type { Caller } from './callers.ts';
import type { NeededRight } from './operation.ts';

/** The first right the caller lacks, as AWS words it; undefined when it has them all. */
export function lackingRight(authorize: Authorize, caller: Caller, rights: readonly NeededRight[]): string | undefined {
  const { name, roleArn } = caller;
  if (roleArn === undefined) return undefined;
  const lacking = rights.find(
    ({ action, resources, context }) => !resources.some((resource) => authorize(roleArn, action, resource, context)),
  );
  if (!lacking) return undefined;
  const { action, resources } = lacking;
  return `User: ${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${name} is not authorized to perform: ${action} on resource: ${resources.join(' or ')} because no identity-based policy allows the ${action} action`;
}
