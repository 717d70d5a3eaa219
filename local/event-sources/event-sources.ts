import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { resourcesOfType } from '../assembly/assembly.ts';
import { awsJson } from '../engines/aws-json.ts';
import { partitionKey } from '../engines/tables.ts';
import type { Authorize } from '../gateway/authorize.ts';
import type { Faults } from '../gateway/faults.ts';
import type { NeededRight } from '../gateway/operation.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Invoker, Part, Resource } from '../runtime.ts';
import { type Mapping, readMappings } from './mapping.ts';
import { createQueueSource, type EventSource } from './queue-source.ts';
import { refuseMissingRights } from './source-rights.ts';
import { type Checkpoint, openTableStream, type StreamRecord } from './table-stream.ts';
import { createTableStreamSource, type TableStreamSource } from './table-stream-source.ts';
import { writesIn } from './writes-in.ts';

export interface EventSourcesOptions {
  readonly resources: readonly Resource[];
  readonly functions: readonly LambdaFunction[];
  readonly engines: { readonly dynamodb: string; readonly sqs: string };
  readonly invoker: Invoker;
  readonly authorize: Authorize;
  readonly faults: Faults;
  /** The tables hold what earlier runs dealt with: without a checkpoint their streams begin with what comes now. */
  readonly beginAtEnd: boolean;
  /** Where the position in the streams survives a restart. */
  readonly checkpointFile?: string;
  readonly log: (line: string) => void;
}

export interface EventSources extends Part, Pick<EventSource, 'idle' | 'wasEmptySince'> {
  /** Tells of a call that an engine has answered, by the rights it needed. */
  answered(rights: readonly NeededRight[]): void;
}

/** Every event source mapping of the template. Throws at the start when a function's role may not read its source. */
export function createEventSources(options: EventSourcesOptions): EventSources {
  const checkpoints = loadCheckpoints(options.checkpointFile);
  const streams: TableStreamSource[] = [];
  const sources = readMappings(resourcesOfType(options.resources, 'AWS::Lambda::EventSourceMapping')).map((mapping) => {
    refuseMissingRights(options.authorize, functionOf(mapping), mapping);
    return mapping.sourceArn.startsWith('arn:aws:sqs:') ? queueSource(mapping) : streamSource(mapping);
  });

  function functionOf({ functionName }: Mapping): LambdaFunction {
    const found = options.functions.find(({ name, arn }) => name === functionName || arn === functionName);
    if (!found) throw new Error(`An event source names ${functionName}, which is no function`);
    return found;
  }

  function queueSource(mapping: Mapping): EventSource {
    const { faults, invoker, log } = options;
    const concurrency = Math.min(mapping.concurrency ?? Number.POSITIVE_INFINITY, functionOf(mapping).concurrency);
    const endpoint = options.engines.sqs;
    return createQueueSource({
      mapping,
      queueUrl: queueUrl(mapping.sourceArn),
      endpoint,
      concurrency,
      invoker,
      faults,
      log,
    });
  }

  function streamSource(mapping: Mapping): TableStreamSource {
    const table = /:table\/([^/]+)\/stream\//.exec(mapping.sourceArn)?.[1];
    if (!table) throw new Error(`The event source ${mapping.sourceArn} is neither a queue nor a table's stream`);
    const from = checkpoints.get(mapping.sourceArn) ?? (options.beginAtEnd ? 'LATEST' : mapping.startingPosition);
    const source = createTableStreamSource({
      mapping,
      stream: openTableStream(options.engines.dynamodb, table, from),
      partitionKeyName: partitionKeyOf(table),
      invoker: options.invoker,
      giveUp: (records) => giveUp(mapping, records),
      onProgress: (checkpoint) => remember(mapping.sourceArn, checkpoint),
      log: options.log,
    });
    streams.push(source);
    return source;
  }

  function partitionKeyOf(table: string): string {
    const resource = resourcesOfType(options.resources, 'AWS::DynamoDB::Table').find((one) => one.physicalId === table);
    if (!resource) throw new Error(`There is no table ${table}`);
    return partitionKey(resource);
  }

  async function giveUp({ onFailure, functionName }: Mapping, records: readonly StreamRecord[]): Promise<void> {
    if (!onFailure) return;
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const body = {
      requestContext: { functionArn: functionName, condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: {
        startSequenceNumber: numbers[0],
        endSequenceNumber: numbers.at(-1),
        batchSize: numbers.length,
      },
    };
    const input = { QueueUrl: queueUrl(onFailure), MessageBody: JSON.stringify(body) };
    await awsJson(options.engines.sqs, 'AmazonSQS.SendMessage', input);
  }

  function queueUrl(arn: string): string {
    const queue = options.resources.find((resource) => resource.type === 'AWS::SQS::Queue' && resource.arn === arn);
    if (!queue) throw new Error(`There is no queue ${arn}`);
    return queue.physicalId;
  }

  function remember(sourceArn: string, checkpoint: Checkpoint | undefined): void {
    if (!options.checkpointFile || !checkpoint) return;
    checkpoints.set(sourceArn, checkpoint);
    writeFileSync(options.checkpointFile, JSON.stringify(Object.fromEntries(checkpoints)));
  }

  return {
    name: 'event sources',
    async start() {
      await Promise.all(sources.map((source) => source.start()));
    },
    async stop() {
      for (const source of sources) source.stop();
    },
    idle: () => sources.every((source) => source.idle()),
    wasEmptySince: (moment) => sources.every((source) => source.wasEmptySince(moment)),
    answered(rights) {
      for (const write of writesIn(rights)) for (const stream of streams) stream.wrote(write);
    },
  };
}

const checkpointSchema = z.record(
  z.string(),
  z.object({
    shardId: z.string(),
    sequenceNumber: z
      .string()
      .optional()
      .transform((number) => number),
  }),
);

function loadCheckpoints(file: string | undefined): Map<string, Checkpoint> {
  if (!file || !existsSync(file)) return new Map();
  const read = checkpointSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    Object.entries(read).map(([arn, { shardId, sequenceNumber }]) => [arn, { shardId, sequenceNumber }] as const),
  );
}
