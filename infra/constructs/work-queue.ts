import { Duration, Stack } from 'aws-cdk-lib';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { watch } from './alarm.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { allow, type Use, use } from './use.ts';

export interface WorkQueueProps {
  readonly name: string;
  readonly variable:
    | 'RUN_QUEUE_URL'
    | 'LARGE_RUN_QUEUE_URL'
    | 'INGEST_QUEUE_URL'
    | 'LARGE_INGEST_QUEUE_URL'
    | 'NOTIFY_QUEUE_URL';
  /** At least six times the worker's time-out: a message must not come back while it is worked on. */
  readonly visibility: Duration;
  readonly maxReceiveCount: number;
  /** How long the oldest message may wait before somebody is told. */
  readonly patience: Duration;
}

/** Work for one worker, with the queue of what it could not do after some attempts. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;
  readonly #variable: WorkQueueProps['variable'];

  constructor(scope: Construct, id: string, { name, variable, visibility, maxReceiveCount, patience }: WorkQueueProps) {
    super(scope, id);
    this.#variable = variable;
    // By name: the two queues point at each other.
    const sourceArn = Stack.of(this).formatArn({ service: 'sqs', resource: name });
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      name: `${name}-dead`,
      meaning: `Messages of ${name} failed ${maxReceiveCount} times.`,
      redriveAllowPolicy: {
        redrivePermission: RedrivePermission.BY_QUEUE,
        sourceQueues: [Queue.fromQueueArn(this, 'Source', sourceArn)],
      },
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: visibility,
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount },
    });
    watch(this, 'Waiting', {
      metric: this.queue.metricApproximateAgeOfOldestMessage(),
      from: patience.toSeconds(),
      runbook: 'work-waits',
      meaning: `The oldest message of ${name} has waited too long: its worker fails, or there are too few of them.`,
    });
  }

  send(): Use {
    const { queueUrl, queueArn } = this.queue;
    return use({ [this.#variable]: queueUrl }, allow(['sqs:SendMessage'], [queueArn]));
  }
}

/** What an event source mapping of a queue needs of its function's role. */
export const receiveFrom = ({ queueArn }: Queue): Use =>
  use({}, allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queueArn]));
