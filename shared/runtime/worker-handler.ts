import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { faultFacts, logger } from './logger.ts';

/** What surrounds one message: who works on it, and how long it may take. */
export interface Delivery {
  readonly owner: string;
  readonly remainingMillis: () => number;
}

export interface Work<Message> {
  readonly work: (message: Message, delivery: Delivery) => Promise<void>;
  /** Writes down what no repeat can cure and answers true; false sends the message back to the queue. */
  readonly settle?: (message: Message, fault: unknown) => Promise<boolean>;
}

/**
 * The middy stack of a queue's worker: each message parsed and done on its own; those that threw go back to the queue,
 * the others do not (partial batch response).
 */
export const workerHandler = <Schema extends z.ZodType>(schema: Schema, { work, settle }: Work<z.output<Schema>>) => {
  const processor = new BatchProcessor(EventType.SQS);
  return middy<SQSEvent, SQSBatchResponse>().handler(async (trigger, context) => {
    const handle = async (record: SQSRecord): Promise<void> => {
      const message = schema.parse(JSON.parse(record.body));
      try {
        await work(message, {
          owner: `${context.awsRequestId}.${record.messageId}`,
          remainingMillis: () => context.getRemainingTimeInMillis(),
        });
      } catch (fault) {
        logger.error('message failed', { messageId: record.messageId, ...faultFacts(fault) });
        if (!(await settle?.(message, fault))) throw fault;
      }
    };
    return processPartialResponse(trigger, handle, processor, { context, throwOnFullBatchFailure: false });
  });
};
