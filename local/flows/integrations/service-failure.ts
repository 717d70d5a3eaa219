import { FlowError } from '../execution/flow-error.ts';

/**
 * An SDK call as a task's result: without the client's metadata, and a refusal named as AWS names it
 * (`DynamoDB.ConditionalCheckFailedException`).
 */
export async function asService(service: string, call: Promise<object>): Promise<object> {
  try {
    return Object.fromEntries(Object.entries(await call).filter(([field]) => field !== '$metadata'));
  } catch (failure) {
    const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
    throw new FlowError(`${service}.${name}`, message);
  }
}
