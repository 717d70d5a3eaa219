import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { faultFacts, logger } from './logger.ts';

/** What surrounds one message: who works on it, and how long it may take. */
export interface Delivery {
  readonly owner: string;
  readonly remainingMillis: () => number;
}

/**
 * The middy stack of a queue's worker: each message parsed and done on its own; those that threw go back to the queue,
 * the others do not (partial batch response).
 */
export const workerHandler = <Schema extends z.ZodType>(
  schema: Schema,
  work: (message: z.output<Schema>, delivery: Delivery) => Promise<void>,
) => {
  const processor = new BatchProcessor(EventType.SQS);
  return middy<SQSEvent, SQSBatchResponse, Error, Context>().handler(async (trigger, context) => {
    const handle = async (record: SQSRecord): Promise<void> => {
      try {
        await work(schema.parse(JSON.parse(record.body)), {
          owner: `${context.awsRequestId}.${record.messageId}`,
          remainingMillis: () => context.getRemainingTimeInMillis(),
        });
      } catch (fault) {
        logger.error('message failed', { messageId: record.messageId, ...faultFacts(fault) });
        throw fault;
      }
    };
    return processPartialResponse(trigger, handle, processor, { context, throwOnFullBatchFailure: false });
  });
};
