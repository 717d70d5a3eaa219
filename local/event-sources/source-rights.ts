import type { Authorize } from '../gateway/authorize.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Mapping } from './mapping.ts';

const queueActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const streamActions = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/** Lambda reads a source with the function's role and refuses a mapping whose role may not; so does the local start. */
export function refuseMissingRights(authorize: Authorize, lambda: LambdaFunction, mapping: Mapping): void {
  const { sourceArn, onFailure } = mapping;
  const needed = [
    ...(sourceArn.startsWith('arn:aws:sqs:') ? queueActions : streamActions).map((action) => ({
      action,
      on: sourceArn,
    })),
    ...(onFailure ? [{ action: 'sqs:SendMessage', on: onFailure }] : []),
  ];
  const missing = needed.filter(({ action, on }) => !authorize(lambda.roleArn, action, on));
  if (missing.length === 0) return;
  const list = missing.map(({ action, on }) => `${action} on ${on}`).join(', ');
  throw new Error(`The event source of ${lambda.name} needs what its role ${lambda.roleArn} does not have: ${list}`);
}
