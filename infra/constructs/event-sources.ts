import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { outboxStreamFilter } from '../../shared/adapters/dynamodb/table-schema.ts';
import { watch } from './alarm.ts';
import type { AttestTable } from './attest-table.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Door } from './door.ts';

export interface Feed {
  readonly batchSize: number;
  /** Workers at once; the messages beyond wait in the queue, untouched. */
  readonly maxConcurrency: number;
}

/** Feeds a worker from a queue; a message that fails comes back alone, the others of its batch are done. */
export const feedFromQueue = (door: Door, id: string, queue: Queue, { batchSize, maxConcurrency }: Feed): void => {
  const mapping = new EventSourceMapping(door, id, {
    target: door.function,
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    reportBatchItemFailures: true,
  });
  mapping.node.addDependency(door.policy);
};

/**
 * Wakes the relay for new outbox rows. A record that breaks it is cut out of its batch and laid aside after three
 * attempts; the row itself stays in the table, where the sweeper finds it.
 */
export const feedFromStream = (door: Door, { table }: AttestTable, aside: DeadLetterQueue): void => {
  const mapping = new EventSourceMapping(door, 'Outbox', {
    target: door.function,
    ...(table.tableStreamArn && { eventSourceArn: table.tableStreamArn }),
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 25,
    parallelizationFactor: 4,
    bisectBatchOnError: true,
    retryAttempts: 3,
    reportBatchItemFailures: true,
    filters: [FilterCriteria.filter(outboxStreamFilter)],
    onFailure: { bind: () => ({ destination: aside.queue.queueArn }) },
  });
  mapping.node.addDependency(door.policy);
  watch(door, 'Lag', {
    metric: door.function.metric('IteratorAge', { statistic: 'Maximum' }),
    from: Duration.minutes(5).toMilliseconds(),
    runbook: 'relay-lags',
    meaning: 'Committed messages leave late: the relay lags behind the stream. The sweeper sends them meanwhile.',
  });
};
