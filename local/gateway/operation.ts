import type { ConditionContext } from './policy.ts';

/** One right a call needs. It holds when the action is allowed on at least one of the resources. */
export interface NeededRight {
  readonly action: string;
  readonly resources: readonly string[];
  readonly context?: ConditionContext;
}

/** What a call asks of which service, in the words of the service and of IAM. */
export interface Operation {
  /** Name of the operation, such as `PutItem`; what a fault rule matches. */
  readonly name: string;
  readonly rights: readonly NeededRight[];
}

/** A call as the gateway received it, body complete. */
export interface Call {
  readonly method: string;
  /** Path with query, as received. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function targetOperation({ headers }: Call): string {
  return (headers['x-amz-target'] ?? '').replace(/^.*\./, '');
}
