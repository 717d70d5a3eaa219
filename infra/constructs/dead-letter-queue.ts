import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type RedriveAllowPolicy, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { watch } from './alarm.ts';
import { allow, type Use, use } from './use.ts';

export interface DeadLetterQueueProps {
  readonly name: string;
  /** What lies here and where it says what to do. */
  readonly meaning: string;
  /** Which queue redrives into it; none for those that Lambda or Scheduler fill. */
  readonly redriveAllowPolicy?: RedriveAllowPolicy;
}

/** Holds what could not be done for 14 days and rings while anything lies in it. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { name, meaning, redriveAllowPolicy }: DeadLetterQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      queueName: name,
      // Messages hold ids only, so SQS's own keys do: with the data key every sender could decrypt.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the time-out of the worker that reports the dead.
      visibilityTimeout: Duration.minutes(6),
      retentionPeriod: Duration.days(14),
      redriveAllowPolicy: redriveAllowPolicy ?? { redrivePermission: RedrivePermission.DENY_ALL },
    });
    watch(this, 'NotEmpty', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible(),
      from: 1,
      meaning,
      runbook: 'dead-letters',
    });
  }

  /** For whoever fills it by sending: a failure destination, a schedule. */
  fill(): Use {
    return use({}, allow(['sqs:SendMessage'], [this.queue.queueArn]));
  }
}
