/** What a Task calls: a function by plain ARN, or an action of an integrated service. */
export interface TaskResource {
  readonly service: string;
  readonly action: string;
  /** The function's ARN, where the resource is that plain ARN. */
  readonly functionArn: string | undefined;
  readonly waitsForToken: boolean;
}

const actions = [
  'lambda:invoke',
  'sqs:sendMessage',
  'dynamodb:getItem',
  'dynamodb:putItem',
  'dynamodb:updateItem',
  'dynamodb:deleteItem',
  'states:startExecution',
];
const canWait = ['lambda:invoke', 'sqs:sendMessage'];

/** Undefined for a resource that is not integrated. */
export function parseResource(arn: string): TaskResource | undefined {
  if (/^arn:aws:lambda:[^:]*:\d+:function:[^:]+(:[^:]+)?$/.test(arn)) {
    return { service: 'lambda', action: 'function', functionArn: arn, waitsForToken: false };
  }
  const [, service = '', action = '', pattern] = /^arn:aws:states:::(\w+):(\w+)(\.waitForTaskToken)?$/.exec(arn) ?? [];
  const name = `${service}:${action}`;
  if (!actions.includes(name) || (pattern && !canWait.includes(name))) return undefined;
  return { service, action, functionArn: undefined, waitsForToken: pattern !== undefined };
}
