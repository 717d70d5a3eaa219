import { setTimeout as delay } from 'node:timers/promises';
import { awsJson } from '../engines/aws-json.ts';
import type { Faults } from '../gateway/faults.ts';
import type { Invoker } from '../runtime.ts';
import { failedIds } from './batch-outcome.ts';
import type { Mapping } from './mapping.ts';
import { receivedMessages, type QueueRecord, queueRecord } from './queue-record.ts';

export interface EventSource {
  start(): Promise<void>;
  /** Takes nothing more. What a function works on is left to the visibility time-out, or to the next start. */
  stop(): void;
  /** Nothing was waiting at the last look and nothing is being worked on. */
  idle(): boolean;
  /** A look that began after this moment (milliseconds of `performance.now`) found nothing waiting. */
  wasEmptySince(moment: number): boolean;
}

export interface QueueSourceOptions {
  readonly mapping: Mapping;
  readonly queueUrl: string;
  readonly endpoint: string;
  /** Batches worked on at once. */
  readonly concurrency: number;
  readonly invoker: Invoker;
  readonly faults: Faults;
  readonly log: (line: string) => void;
}

/**
 * Follows a queue as Lambda does: long polls, hands batches to the function, deletes what it did not report as failed.
 * A failed message stays until its visibility time-out; the queue itself moves it to its dead-letter queue in the end.
 */
export function createQueueSource(options: QueueSourceOptions): EventSource {
  const { mapping, queueUrl, endpoint } = options;
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;
  let working = 0;

  async function poll(): Promise<void> {
    while (!stopped()) {
      try {
        await work(await receive());
      } catch (error) {
        if (stopped()) return;
        options.log(`queue ${queueUrl}: ${error instanceof Error ? error.message : String(error)}`);
        await delay(1_000, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  async function receive(): Promise<QueueRecord[]> {
    const input = {
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(mapping.batchSize ?? 10, 10),
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    };
    const answer = await awsJson(endpoint, 'AmazonSQS.ReceiveMessage', input, stopping.signal);
    return receivedMessages(answer).map((message) => queueRecord(message, mapping.sourceArn));
  }

  async function work(records: readonly QueueRecord[]): Promise<void> {
    if (records.length === 0) return;
    working += 1;
    try {
      const wanted = records.filter(passes(mapping));
      const failed = wanted.length === 0 ? [] : await hand(wanted);
      await remove(records.filter(({ messageId }) => !failed.includes(messageId)));
    } finally {
      working -= 1;
    }
  }

  async function hand(records: readonly QueueRecord[]): Promise<readonly string[]> {
    const { functionName } = mapping;
    const fault = options.faults.strike({ caller: functionName, service: 'sqs', operation: 'ReceiveMessage' });
    if (fault?.action === 'lose') return [];
    if (fault?.action === 'duplicate') await options.invoker.invoke(functionName, { Records: records });
    const outcome = await options.invoker.invoke(functionName, { Records: records });
    return failedIds(
      outcome,
      records.map(({ messageId }) => messageId),
      mapping,
    );
  }

  async function remove(records: readonly QueueRecord[]): Promise<void> {
    if (records.length === 0) return;
    const entries = records.map(({ messageId, receiptHandle }) => ({ Id: messageId, ReceiptHandle: receiptHandle }));
    await awsJson(endpoint, 'AmazonSQS.DeleteMessageBatch', { QueueUrl: queueUrl, Entries: entries });
  }

  return {
    async start() {
      for (let poller = 0; poller < options.concurrency; poller += 1) void poll();
    },
    stop: () => stopping.abort(),
    idle: () => working === 0,
    // What waits in a queue is seen there.
    wasEmptySince: () => true,
  };
}

function passes({ filters }: Mapping): (record: QueueRecord) => boolean {
  return (record) =>
    filters.length === 0 || filters.some((matches) => matches({ ...record, body: parsed(record.body) }));
}

/** A filter looks into a JSON body; any other body is compared as text. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
