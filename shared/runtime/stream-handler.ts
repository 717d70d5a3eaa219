import middy from '@middy/core';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logger } from './logger.ts';

const keyOf = (record: DynamoDBRecord): string | undefined => record.dynamodb?.Keys?.['pk']?.S;

/**
 * The middy stack of the table's stream: every new row's partition key, one after the other. One row that cannot be
 * handled must not hold up the shard, so `work` itself writes failures down and does not throw.
 */
export const streamHandler = (work: (partitionKey: string) => Promise<string>) =>
  middy<DynamoDBStreamEvent, void>().handler(async (trigger) => {
    const keys = trigger.Records.flatMap((record) => keyOf(record) ?? []);
    const outcomes = await Promise.all(keys.map(work));
    logger.info('relayed', { outcomes });
  });
