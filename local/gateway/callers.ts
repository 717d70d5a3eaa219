import * as z from 'zod';
import type { Resource } from '../runtime.ts';

/** Who an access key id stands for. The operator is whoever runs the machine: seed, scripts, tests and the runtime itself. */
export interface Caller {
  readonly name: string;
  /** Undefined for the operator, who is not checked. */
  readonly roleArn: string | undefined;
}

const operatorKeyId = 'operator';

/** The access key id of a function: its logical id, which holds letters and digits only, as DynamoDB Local demands. */
export function accessKeyIdOf(lambda: Resource): string {
  return lambda.logicalId;
}

/** Throws when two stacks name a function alike: their calls could not be told apart. */
export function callersOf(functions: readonly Resource[]): ReadonlyMap<string, Caller> {
  const callers = new Map<string, Caller>([[operatorKeyId, { name: operatorKeyId, roleArn: undefined }]]);
  for (const lambda of functions) {
    const id = accessKeyIdOf(lambda);
    if (callers.has(id)) throw new Error(`Two functions have the logical id ${id}`);
    callers.set(id, { name: lambda.physicalId, roleArn: z.string().parse(lambda.properties['Role']) });
  }
  return callers;
}
