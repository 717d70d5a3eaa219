import * as z from 'zod';
import { AwsJsonError, awsJson } from '../engines/aws-json.ts';

const describedTable = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const describedStream = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })).default([]) }),
});
const iteratorAnswer = z.object({ ShardIterator: z.string() });
const recordSchema = z.looseObject({
  eventID: z.string(),
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string() }),
});
const recordsAnswer = z.object({ Records: z.array(recordSchema).default([]), NextShardIterator: z.string().nullish() });

/** The engine no longer knows the iterator; a new one goes on where the last record was. */
const lostPosition: ReadonlySet<string> = new Set(['ExpiredIteratorException', 'TrimmedDataAccessException']);

/** A stream record in its wire form, which is also the form Lambda hands to a function. */
export type StreamRecord = z.infer<typeof recordSchema>;

/** How far the stream was read: everything up to this record of this shard is done with. */
export interface Checkpoint {
  readonly shardId: string;
  readonly sequenceNumber: string | undefined;
}

export interface TableStream {
  /** Fixes where reading begins: what is written after it resolves will be read. */
  open(): Promise<void>;
  /** Up to `limit` records after what was read last. None does not mean that none waits: a shard may have ended. */
  read(limit: number): Promise<{ readonly records: StreamRecord[]; readonly isAtEnd: boolean }>;
  checkpoint(): Checkpoint | undefined;
}

/**
 * Reads a table's stream shard after shard, oldest first: DynamoDB Local writes one shard at a time.
 * @param from a checkpoint, or where to begin
 */
export function openTableStream(
  endpoint: string,
  tableName: string,
  from: Checkpoint | 'LATEST' | 'TRIM_HORIZON',
): TableStream {
  let streamArn: string | undefined;
  let shardId = typeof from === 'object' ? from.shardId : undefined;
  let sequenceNumber = typeof from === 'object' ? from.sequenceNumber : undefined;
  let iterator: string | undefined;

  const call = (operation: string, input: object) => awsJson(endpoint, `DynamoDBStreams_20120810.${operation}`, input);

  async function arn(): Promise<string> {
    if (streamArn) return streamArn;
    const answer = await awsJson(endpoint, 'DynamoDB_20120810.DescribeTable', { TableName: tableName });
    streamArn = describedTable.parse(answer).Table.LatestStreamArn;
    return streamArn;
  }

  async function openIterator(): Promise<string | undefined> {
    const StreamArn = await arn();
    const { Shards } = describedStream.parse(await call('DescribeStream', { StreamArn })).StreamDescription;
    const ids = Shards.map((shard) => shard.ShardId);
    // A shard that was kept too long ago is gone, and its records with it.
    if (shardId !== undefined && !ids.includes(shardId)) shardId = sequenceNumber = undefined;
    const beginAtEnd = from === 'LATEST' && shardId === undefined;
    shardId ??= beginAtEnd ? ids.at(-1) : ids[0];
    if (shardId === undefined) return undefined;
    const position = sequenceNumber
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber }
      : { ShardIteratorType: beginAtEnd ? 'LATEST' : 'TRIM_HORIZON' };
    const answer = await call('GetShardIterator', { StreamArn, ShardId: shardId, ...position });
    return iteratorAnswer.parse(answer).ShardIterator;
  }

  /** A shard that has come to its end is followed by the next one, read from its beginning. */
  async function moveToNextShard(): Promise<void> {
    const answer = await call('DescribeStream', { StreamArn: await arn() });
    const ids = describedStream.parse(answer).StreamDescription.Shards.map((shard) => shard.ShardId);
    const next = ids[ids.indexOf(shardId ?? '') + 1];
    if (next === undefined) return;
    shardId = next;
    sequenceNumber = undefined;
  }

  return {
    async open() {
      iterator = await openIterator();
    },
    async read(limit) {
      iterator ??= await openIterator();
      if (iterator === undefined) return { records: [], isAtEnd: true };
      try {
        const answer = await call('GetRecords', { ShardIterator: iterator, Limit: limit });
        const { Records, NextShardIterator } = recordsAnswer.parse(answer);
        iterator = NextShardIterator ?? undefined;
        sequenceNumber = Records.at(-1)?.dynamodb.SequenceNumber ?? sequenceNumber;
        if (iterator === undefined) await moveToNextShard();
        return { records: Records, isAtEnd: Records.length === 0 && iterator !== undefined };
      } catch (error) {
        if (!(error instanceof AwsJsonError && lostPosition.has(error.code))) throw error;
        iterator = undefined;
        return { records: [], isAtEnd: false };
      }
    },
    checkpoint: () => (shardId === undefined ? undefined : { shardId, sequenceNumber }),
  };
}
