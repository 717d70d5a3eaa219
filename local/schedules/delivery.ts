import { randomUUID } from 'node:crypto';
import type { Invoker } from '../runtime.ts';
import { arnOfSchedule, type ScheduleDefinition } from './schedule.ts';

export interface Targets {
  readonly invoker: Invoker;
  /** Input is JSON text. */
  readonly startExecution: (machineArn: string, input: string) => Promise<void>;
  readonly sendMessage: (queueArn: string, message: QueueMessage) => Promise<void>;
  /** Whether the schedule's role may call its target; without it every role may. */
  readonly authorize?: (roleArn: string, action: string, resource: string) => boolean;
}

export interface QueueMessage {
  readonly body: string;
  readonly groupId: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** One firing of a schedule on its way to the target. */
export interface Firing {
  readonly definition: ScheduleDefinition;
  readonly scheduledAt: Date;
  readonly executionId: string;
}

export function createFiring(definition: ScheduleDefinition, scheduledAt: Date): Firing {
  return { definition, scheduledAt, executionId: randomUUID() };
}

/** A function took the call and failed at it; Lambda retries that by itself, and no dead-letter queue of Scheduler sees it. */
export class FunctionFailed extends Error {}

/** Calls the target once; throws what kept it from the target, or FunctionFailed. */
export async function deliver(targets: Targets, firing: Firing, attempt: number): Promise<void> {
  const { Arn, RoleArn, SqsParameters } = firing.definition.Target;
  const input = inputOf(firing, attempt);
  const [, , service] = Arn.split(':');
  const action = actions[service ?? ''];
  if (!action) throw new Error(`A schedule cannot call ${Arn} here`);
  if (targets.authorize?.(RoleArn, action, Arn) === false) {
    throw Object.assign(new Error(`${RoleArn} may not ${action} on ${Arn}`), { name: 'AccessDeniedException' });
  }
  if (service === 'states') return targets.startExecution(Arn, input);
  if (service === 'sqs') {
    return targets.sendMessage(Arn, { body: input, groupId: SqsParameters?.MessageGroupId, attributes: {} });
  }
  const { functionError, payload } = await targets.invoker.invoke(Arn, JSON.parse(input));
  if (functionError !== undefined) throw new FunctionFailed(JSON.stringify(payload));
}

/** What could not be delivered goes to the dead-letter queue with the reason, if the schedule has one. */
export async function deliverToDeadLetters(
  targets: Targets,
  firing: Firing,
  reason: Error,
  attempts: number,
): Promise<void> {
  const { DeadLetterConfig } = firing.definition.Target;
  if (DeadLetterConfig?.Arn === undefined) return;
  const attributes = {
    ERROR_CODE: reason.name,
    ERROR_MESSAGE: reason.message,
    EXECUTION_ID: firing.executionId,
    EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
    RETRY_ATTEMPTS: String(attempts - 1),
    SCHEDULED_TIME: timeOf(firing),
    SCHEDULE_ARN: arnOfSchedule(firing.definition),
    TARGET_ARN: firing.definition.Target.Arn,
  };
  await targets.sendMessage(DeadLetterConfig.Arn, { body: inputOf(firing, attempts), groupId: undefined, attributes });
}

const actions: Readonly<Record<string, string>> = {
  lambda: 'lambda:InvokeFunction',
  states: 'states:StartExecution',
  sqs: 'sqs:SendMessage',
};

/** The input with its context attributes filled in; a schedule without input sends a scheduled event. */
function inputOf({ definition, scheduledAt, executionId }: Firing, attempt: number): string {
  const scheduleArn = arnOfSchedule(definition);
  const time = timeOf({ scheduledAt });
  const input = definition.Target.Input ?? JSON.stringify(scheduledEvent(executionId, time, scheduleArn));
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', scheduleArn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
}

function scheduledEvent(id: string, time: string, scheduleArn: string): object {
  return {
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '000000000000',
    time,
    region: 'us-east-1',
    resources: [scheduleArn],
    detail: '{}',
  };
}

function timeOf({ scheduledAt }: Pick<Firing, 'scheduledAt'>): string {
  return scheduledAt.toISOString().replace(/\.\d+Z$/, 'Z');
}
