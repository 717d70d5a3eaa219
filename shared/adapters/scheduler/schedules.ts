import { CreateScheduleCommand, DeleteScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Schedules } from '../../application/ports/deliveries.ts';
import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';
import { alreadyDoneWhen } from '../already-done.ts';
import { clientConfiguration } from '../client-configuration.ts';

interface Parts {
  readonly client?: SchedulerClient;
  readonly groupName: string;
  /** The function that fires timers, the role that may call it, and where calls go that fail for good. */
  readonly target: { readonly functionArn: string; readonly roleArn: string; readonly deadLetterQueueArn: string };
}

// Schedules know whole seconds; rounded up, since a timer must not fire early.
const atExpression = (dueAt: Instant): string => {
  const second = instantFromMillis(Math.ceil(millisOf(dueAt) / 1000) * 1000);
  return `at(${second.slice(0, 19)})`;
};

const nameOf = (timerId: string, version: number): string => `${timerId}.${version}`;

/** One schedule a timer and version, which calls once and deletes itself. A lost one is made good by the sweeper. */
export const createSchedules = ({
  client = new SchedulerClient(clientConfiguration),
  groupName,
  target,
}: Parts): Schedules => ({
  async arm(timerId, version, dueAt) {
    const command = new CreateScheduleCommand({
      GroupName: groupName,
      Name: nameOf(timerId, version),
      ScheduleExpression: atExpression(dueAt),
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: target.functionArn,
        RoleArn: target.roleArn,
        Input: JSON.stringify({ timerId, version }),
        DeadLetterConfig: { Arn: target.deadLetterQueueArn },
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
      },
    });
    await alreadyDoneWhen(['ConflictException'], client.send(command));
  },

  async disarm(timerId, version) {
    const command = new DeleteScheduleCommand({ GroupName: groupName, Name: nameOf(timerId, version) });
    await alreadyDoneWhen(['ResourceNotFoundException'], client.send(command));
  },
});
