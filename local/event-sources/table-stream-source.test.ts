import { expect, it, onTestFinished, vi } from 'vitest';
import type { InvokeOutcome } from '../runtime.ts';
import { aResource } from '../testing/resource.ts';
import { type Mapping, readMappings } from './mapping.ts';
import type { StreamRecord, TableStream } from './table-stream.ts';
import { createTableStreamSource } from './table-stream-source.ts';

const record = (number: number): StreamRecord => ({
  eventID: `e${number}`,
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(number) },
});

function mappingOf(properties: object): Mapping {
  const [mapping] = readMappings([
    aResource('AWS::Lambda::EventSourceMapping', 'm', {
      EventSourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/local',
      FunctionName: 'relay',
      ...properties,
    }),
  ]);
  if (!mapping) throw new Error('The mapping was left out');
  return mapping;
}

/** Follows a stream that holds records 1 to 4, with a function that answers as told. Gives the batches and what was given up. */
async function follow(properties: object, answer: (numbers: readonly string[]) => InvokeOutcome) {
  const mapping = mappingOf(properties);
  const waiting = [[1, 2, 3, 4].map(record)];
  const batches: string[][] = [];
  const givenUp: string[] = [];
  const numbersOf = (records: readonly StreamRecord[]) => records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const read = async () => {
    const records = waiting.shift() ?? [];
    return { records, isAtEnd: records.length === 0 };
  };
  const source = createTableStreamSource({
    mapping,
    stream: { open: async () => {}, read, checkpoint: () => undefined },
    partitionKeyName: 'pk',
    invoker: {
      async invoke(_name, payload) {
        const numbers = numbersOf(recordsOf(payload));
        batches.push(numbers);
        return answer(numbers);
      },
    },
    giveUp: async (records) => void givenUp.push(...numbersOf(records)),
    onProgress: () => {},
    log: () => {},
  });
  await source.start();
  onTestFinished(() => source.stop());
  await vi.waitUntil(() => source.idle());
  return { batches: batches.map((numbers) => numbers.join('')), givenUp };
}

/** A source whose function takes everything, over a stream that is read as told. */
function sourceOver(properties: object, read: TableStream['read']) {
  const source = createTableStreamSource({
    mapping: mappingOf(properties),
    stream: { open: async () => {}, read, checkpoint: () => undefined },
    partitionKeyName: 'pk',
    invoker: { invoke: async () => fine },
    giveUp: async () => {},
    onProgress: () => {},
    log: () => {},
  });
  onTestFinished(() => source.stop());
  return source;
}

function recordsOf(payload: unknown): StreamRecord[] {
  if (typeof payload !== 'object' || payload === null || !('Records' in payload)) throw new Error('No records');
  return Array.isArray(payload.Records) ? payload.Records : [];
}

const something = { tableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/t', partitionKey: 'OUTBOX#1' };

const fine: InvokeOutcome = { payload: null, functionError: undefined };
const failed: InvokeOutcome = { payload: { errorType: 'Error' }, functionError: 'Unhandled' };

it('hands over a batch once when all goes well', async () => {
  expect(await follow({}, () => fine)).toStrictEqual({ batches: ['1234'], givenUp: [] });
});

it('finds the record that breaks a batch by halving, and gives up that one alone', async () => {
  const properties = { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 };
  const { batches, givenUp } = await follow(properties, (numbers) => (numbers.includes('3') ? failed : fine));
  expect(batches).toStrictEqual(['1234', '12', '34', '3', '3', '4']);
  expect(givenUp).toStrictEqual(['3']);
});

it('tries a failed batch again as a whole when it may not halve it', async () => {
  const outcomes = [failed, fine];
  const { batches, givenUp } = await follow({ MaximumRetryAttempts: 3 }, () => outcomes.shift() ?? fine);
  expect(batches).toStrictEqual(['1234', '1234']);
  expect(givenUp).toStrictEqual([]);
});

it('begins again at the first record that was reported as failed', async () => {
  const reports = [{ batchItemFailures: [{ itemIdentifier: '3' }] }, { batchItemFailures: [] }];
  const properties = { FunctionResponseTypes: ['ReportBatchItemFailures'], MaximumRetryAttempts: 3 };
  const { batches } = await follow(properties, () => ({ payload: reports.shift(), functionError: undefined }));
  expect(batches).toStrictEqual(['1234', '34']);
});

it('knows of an empty stream only from a look that began after the moment in question', async () => {
  const looks: ((isAtEnd: boolean) => void)[] = [];
  const source = sourceOver(
    {},
    () => new Promise((resolve) => looks.push((isAtEnd) => resolve({ records: [], isAtEnd }))),
  );
  await source.start();
  const written = performance.now();
  source.wrote(something);
  looks[0]?.(true);
  await vi.waitUntil(() => looks.length === 2);
  expect([source.idle(), source.wasEmptySince(written)]).toStrictEqual([false, false]);
  // A shard that has ended holds nothing; the next one may.
  looks[1]?.(false);
  await vi.waitUntil(() => looks.length === 3);
  expect([source.idle(), source.wasEmptySince(written)]).toStrictEqual([false, false]);
  looks[2]?.(true);
  await vi.waitUntil(() => source.idle());
  expect([source.idle(), source.wasEmptySince(written)]).toStrictEqual([true, true]);
});

it('leaves the engine alone for four times as long as a look took it, however much is written', async () => {
  const looks: { readonly began: number; readonly ended: number }[] = [];
  const read = async () => {
    const began = performance.now();
    await vi.waitUntil(() => performance.now() - began >= 20, { interval: 1 });
    looks.push({ began, ended: performance.now() });
    source.wrote(something);
    return { records: [], isAtEnd: true };
  };
  const source = sourceOver({}, read);
  await source.start();
  await vi.waitUntil(() => looks.length === 3);
  const [first, second] = looks;
  if (!first || !second) throw new Error('nobody looked');
  // A timer may strike within the millisecond before its time.
  expect(second.began - first.ended).toBeGreaterThanOrEqual(4 * (first.ended - first.began) - 2);
});

/** A source at rest. Of each look it is known whether it was at rest when the look began. */
async function atRest(properties: object) {
  const looks: boolean[] = [];
  const source = sourceOver(properties, async () => {
    looks.push(source.idle());
    return { records: [], isAtEnd: true };
  });
  await source.start();
  await vi.waitUntil(() => source.idle());
  return { source, looks };
}

const messagesAlone = {
  FilterCriteria: {
    Filters: [
      {
        Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } }),
      },
    ],
  },
};

it('is not at rest from a write on that it may have to hear of, until it has looked again', async () => {
  const { source, looks } = await atRest(messagesAlone);
  const before = looks.length;
  source.wrote(something);
  expect([source.idle(), source.wasEmptySince(performance.now())]).toStrictEqual([false, false]);
  await vi.waitUntil(() => source.idle());
  expect(looks[before]).toBe(false);
  expect(source.wasEmptySince(performance.now())).toBe(true);
});

it.each([
  ['an item that its filter refuses by its key', { ...something, partitionKey: 'EVT#1' }],
  ['an item of another table', { ...something, tableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/other' }],
])('stays at rest when %s is written', async (_what, write) => {
  const { source } = await atRest(messagesAlone);
  source.wrote(write);
  expect(source.idle()).toBe(true);
});

it.each([
  ['whose key the call does not tell', messagesAlone, { ...something, partitionKey: undefined }],
  ['where nothing is filtered', {}, { ...something, partitionKey: 'EVT#1' }],
])('looks after a write %s', async (_what, properties, write) => {
  const { source } = await atRest(properties);
  source.wrote(write);
  expect(source.idle()).toBe(false);
});

it('finds in the end what was written past the gateway', async () => {
  const { looks } = await atRest(messagesAlone);
  const before = looks.length;
  await vi.waitUntil(() => looks.length > before, { timeout: 10_000 });
  expect(looks.length).toBeGreaterThan(before);
});
