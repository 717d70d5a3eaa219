import { setTimeout as delay } from 'node:timers/promises';
import { region } from '../assembly/identity.ts';
import type { Invoker } from '../runtime.ts';
import { failedIds } from './batch-outcome.ts';
import type { Mapping } from './mapping.ts';
import type { EventSource } from './queue-source.ts';
import type { Checkpoint, StreamRecord, TableStream } from './table-stream.ts';

export interface TableStreamSourceOptions {
  readonly mapping: Mapping;
  readonly stream: TableStream;
  /** Name of the table's partition key. */
  readonly partitionKeyName: string;
  readonly invoker: Invoker;
  /** Tells the mapping's failure destination about records given up. */
  readonly giveUp: (records: readonly StreamRecord[]) => Promise<void>;
  readonly onProgress: (checkpoint: Checkpoint | undefined) => void;
  readonly log: (line: string) => void;
}

/** One item that somebody wrote, as far as the call for it tells. */
export interface Write {
  readonly tableArn: string;
  /** Undefined where the call does not say it. */
  readonly partitionKey: string | undefined;
}

export interface TableStreamSource extends EventSource {
  /** Tells of a write that the engine has answered, so that it is looked for at once; without any the stream is looked at twice a second. */
  wrote(write: Write): void;
}

/**
 * Follows a table's stream as Lambda does: batches in order, one at a time; a failed batch is halved (if the mapping says so) and
 * tried again, then given up with a line to `log`.
 */
export function createTableStreamSource(options: TableStreamSourceOptions): TableStreamSource {
  const { mapping, stream } = options;
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;
  /** Writes that this source may have to hear of. */
  let writes = 0;
  let waking = new AbortController();
  /** The last look, where it found the stream at its end: when it began, and what was written until then. */
  let end: { readonly at: number; readonly writes: number } | undefined;
  /** The engine shows a record from the moment on in which it answers the write. */
  const isStillAtEnd = () => end?.writes === writes;

  async function follow(): Promise<void> {
    let pause = shortestPauseMs;
    while (!stopped()) {
      try {
        const asked = { at: performance.now(), writes };
        const { records, isAtEnd } = await stream.read(mapping.batchSize ?? 100);
        pause = Math.max(shortestPauseMs, (performance.now() - asked.at) * restPerLook);
        end = isAtEnd ? asked : undefined;
        const wanted = records.filter(
          (record) => mapping.filters.length === 0 || mapping.filters.some((f) => f(record)),
        );
        if (wanted.length > 0) await deliver(wanted, 0);
        // Cut short by the stop, the batch counts as unread: it comes again after the next start.
        if (stopped()) return;
        if (records.length > 0) options.onProgress(stream.checkpoint());
      } catch (error) {
        if (stopped()) return;
        options.log(`stream of ${mapping.sourceArn}: ${error instanceof Error ? error.message : String(error)}`);
        pause = 1_000;
      }
      await rest(pause);
      if (isStillAtEnd()) await untilWritten();
    }
  }

  /** Whoever writes past the gateway is found by looking all the same. */
  function untilWritten(): Promise<void> {
    waking = new AbortController();
    return delay(longestPauseMs, undefined, { signal: AbortSignal.any([stopping.signal, waking.signal]) }).catch(
      () => {},
    );
  }

  async function deliver(records: readonly StreamRecord[], attempt: number): Promise<void> {
    if (stopped()) return;
    const ids = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const outcome = await options.invoker.invoke(mapping.functionName, { Records: records.map(lambdaRecord) });
    const failed = failedIds(outcome, ids, mapping);
    if (failed.length === 0) return;
    // What comes before the first failed record is done with.
    const remaining = records.slice(ids.findIndex((id) => failed.includes(id)));
    if (outcome.functionError !== undefined && mapping.bisect && remaining.length > 1) {
      const middle = Math.ceil(remaining.length / 2);
      await deliver(remaining.slice(0, middle), attempt);
      return deliver(remaining.slice(middle), attempt);
    }
    await tryAgain(remaining, attempt + 1);
  }

  async function tryAgain(records: readonly StreamRecord[], attempt: number): Promise<void> {
    if (mapping.retries >= 0 && attempt > mapping.retries) {
      options.log(`${mapping.functionName}: gave up ${records.length} stream records after ${attempt} attempts`);
      return options.giveUp(records);
    }
    await rest(Math.min(100 * 2 ** attempt, 10_000));
    await deliver(records, attempt);
  }

  function rest(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
  }

  function lambdaRecord(record: StreamRecord): object {
    return { ...record, awsRegion: region, eventSourceARN: mapping.sourceArn };
  }

  return {
    async start() {
      await stream.open();
      void follow();
    },
    stop: () => stopping.abort(),
    idle: isStillAtEnd,
    wasEmptySince: (moment) => end !== undefined && (end.at >= moment || isStillAtEnd()),
    wrote({ tableArn, partitionKey }) {
      const keys = partitionKey === undefined ? {} : { [options.partitionKeyName]: { S: partitionKey } };
      if (!mapping.sourceArn.startsWith(`${tableArn}/stream/`) || !mapping.mayWant(keys)) return;
      writes += 1;
      waking.abort();
    },
  };
}

const shortestPauseMs = 10;
const longestPauseMs = 500;

/**
 * For one look the engine reads through every record its streams ever held, and answers nobody else meanwhile: where it had served all of
 * acceptance that was nine tenths of its work. So looks get a fifth of its time at most.
 */
const restPerLook = 4;
