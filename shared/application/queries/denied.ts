import { access } from '../../domain/access/access.ts';
import type { Operation } from '../../domain/access/policy.ts';
import type { Resource } from '../../domain/access/resource.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { Caller } from '../caller.ts';

/** Why this person may not do this to that, by rights, membership and scope; null when he may. */
export const denied = (caller: Caller, operation: Operation, resource: Resource): Refusal | null => {
  const allowed = access(caller.actor, operation, resource);
  return allowed === 'ALLOWED' ? null : refusal(allowed);
};
