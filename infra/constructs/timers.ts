import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Door } from './door.ts';
import { physicalName } from './naming.ts';
import { allow, type Use, use } from './use.ts';

export interface TimersProps {
  readonly stage: string;
  readonly fire: Door;
}

/**
 * Where one-off schedules live: the group, the role by which Scheduler calls `fire` and nothing else, and the queue for
 * calls it could not make.
 */
export class Timers extends Construct {
  readonly #group: CfnScheduleGroup;
  readonly #role: Role;
  readonly #missed: DeadLetterQueue;
  readonly #fire: Door;

  constructor(scope: Construct, id: string, { stage, fire }: TimersProps) {
    super(scope, id);
    this.#fire = fire;
    this.#group = new CfnScheduleGroup(this, 'Group', { name: physicalName(stage, 'timers') });
    this.#missed = new DeadLetterQueue(this, 'Missed', {
      name: physicalName(stage, 'schedules-dead'),
      meaning: 'A schedule could not call its function. The sweeper fires the timer; find out why Scheduler could not.',
    });
    this.#role = this.#callerOf(fire, 'Caller');
  }

  /** Makes and removes one-off schedules that call `fire`. */
  arm(): Use {
    const { ref: group } = this.#group;
    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${group}/*`,
    });
    return use(
      {
        SCHEDULE_GROUP_NAME: group,
        SCHEDULE_ROLE_ARN: this.#role.roleArn,
        SCHEDULE_DLQ_ARN: this.#missed.queue.queueArn,
        FIRE_FUNCTION_ARN: this.#fire.function.functionArn,
      },
      allow(['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'], [schedules]),
      allow(['iam:PassRole'], [this.#role.roleArn], {
        StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      }),
    );
  }

  /** Calls a door again and again. A call that came too late for the next one, or an hour late, is not made. */
  every(minutes: number, door: Door): void {
    const role = this.#callerOf(door, `${door.node.id}Caller`);
    new CfnSchedule(this, door.node.id, {
      groupName: this.#group.ref,
      scheduleExpression: `rate(${minutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: door.function.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: this.#missed.queue.queueArn },
        retryPolicy: {
          maximumEventAgeInSeconds: Math.min(3_540, Math.max(60, minutes * 60 - 60)),
          maximumRetryAttempts: 2,
        },
      },
    });
  }

  #callerOf(door: Door, id: string): Role {
    const account = { 'aws:SourceAccount': Stack.of(this).account };
    const role = new Role(this, id, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: account } }),
    });
    new ManagedPolicy(this, `${id}Policy`, {
      description: `Scheduler calls ${door.name}`,
      roles: [role],
      statements: [allow(['lambda:InvokeFunction'], [door.function.functionArn]), ...this.#missed.fill().statements],
    });
    return role;
  }
}
