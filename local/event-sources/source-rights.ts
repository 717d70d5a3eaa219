import type { Authorize } from '../gateway/authorize.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';

const queueActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const streamActions = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/** Lambda reads a source with the function's role and refuses a mapping whose role may not; so does the local start. */
export function refuseMissingRights(authorize: Authorize, lambda: LambdaFunction, sourceArn: string): void {
  const actions = sourceArn.startsWith('arn:aws:sqs:') ? queueActions : streamActions;
  const missing = actions.filter((action) => !authorize(lambda.roleArn, action, sourceArn));
  if (missing.length === 0) return;
  throw new Error(`${lambda.roleArn} lacks ${missing.join(', ')} on ${sourceArn}, the event source of ${lambda.name}`);
}
