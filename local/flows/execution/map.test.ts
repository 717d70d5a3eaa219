import { expect, it } from 'vitest';
import { arnOfFunction, startFlows } from '../fixtures/flow-world.ts';

interface MapOptions {
  readonly concurrency?: number;
  readonly retry?: object;
}

/** A Map over `$.items` that calls the function `work` for each. */
const mapOf = ({ concurrency = 0, retry }: MapOptions = {}) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: concurrency,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Work',
        States: {
          Work: { Type: 'Task', Resource: arnOfFunction('work'), ...(retry ? { Retry: [retry] } : {}), End: true },
        },
      },
      ...(retry ? {} : { Catch: [{ ErrorEquals: ['Broken'], ResultPath: '$.failure', Next: 'Caught' }] }),
      Next: 'Done',
    },
    Caught: { Type: 'Pass', Parameters: { 'error.$': '$.failure.Error' }, End: true },
    Done: { Type: 'Succeed' },
  },
});
const failing = (name: string) => {
  throw Object.assign(new Error(name), { name });
};

it('walks two thousand items in their order', async () => {
  const { run } = await startFlows({
    machines: { Each: mapOf() },
    functions: { work: (item: number) => item * 2 },
  });
  const items = Array.from({ length: 2000 }, (_, index) => index);
  const { output, status } = await run('Each', { items });
  expect(status).toBe('SUCCEEDED');
  expect(JSON.parse(output ?? '')).toEqual(items.map((item) => item * 2));
});

it('runs at most forty iterations at once, and no more than asked', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    return item;
  };
  const { run } = await startFlows({
    machines: { Free: mapOf(), Four: mapOf({ concurrency: 4 }) },
    functions: { work },
  });
  const items = Array.from({ length: 100 }, (_, index) => index);
  await run('Free', { items });
  expect(most).toBe(40);
  most = 0;
  await run('Four', { items });
  expect(most).toBe(4);
});

it('begins no further item after one has failed, and the Map is caught by the name of the error', async () => {
  const begun: number[] = [];
  const work = (item: number) => {
    begun.push(item);
    return item === 2 ? failing('Broken') : item;
  };
  const { run } = await startFlows({ machines: { Each: mapOf({ concurrency: 1 }) }, functions: { work } });
  const { output } = await run('Each', { items: [1, 2, 3, 4] });
  expect(JSON.parse(output ?? '')).toEqual({ error: 'Broken' });
  expect(begun).toEqual([1, 2]);
});

it('begins no further item once the execution is stopped', async () => {
  const begun: number[] = [];
  const world = await startFlows({
    machines: { Each: mapOf({ concurrency: 2 }) },
    functions: {
      work: (item: number) => {
        begun.push(item);
        return item;
      },
    },
  });
  world.flows.abortAfter([{ machine: 'Each', afterState: 'Work' }]);
  const { status } = await world.run('Each', { items: Array.from({ length: 50 }, (_, index) => index) });
  expect(status).toBe('ABORTED');
  expect(begun.length).toBeLessThanOrEqual(2);
});

it('records which iteration failed and which were aborted with it', async () => {
  const work = (item: number) => (item === 1 ? failing('Broken') : new Promise(() => undefined));
  const { run, history } = await startFlows({ machines: { Each: mapOf({ concurrency: 2 }) }, functions: { work } });
  const { executionArn = '' } = await run('Each', { items: [0, 1, 2] });
  const types = (await history(executionArn)).map(({ type }) => type);
  expect(types.filter((type) => type?.startsWith('MapIteration')).toSorted()).toEqual([
    'MapIterationAborted',
    'MapIterationFailed',
    'MapIterationStarted',
    'MapIterationStarted',
  ]);
});

it('retries one item without touching the others', async () => {
  const calls: number[] = [];
  const work = (item: number) => {
    calls.push(item);
    return item === 1 && calls.filter((call) => call === 1).length === 1 ? failing('Busy') : item;
  };
  const retry = { ErrorEquals: ['Busy'], IntervalSeconds: 1 };
  const { run } = await startFlows({ machines: { Each: mapOf({ retry }) }, functions: { work } });
  expect((await run('Each', { items: [0, 1, 2] })).output).toBe('[0,1,2]');
  expect(calls.toSorted()).toEqual([0, 1, 1, 2]);
});

it('records every iteration with the entries AWS writes', async () => {
  const { run, history } = await startFlows({
    machines: { Each: mapOf() },
    functions: { work: (item: number) => item },
  });
  const { executionArn = '' } = await run('Each', { items: ['a'] });
  const entries = await history(executionArn);
  expect(entries.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'MapStateEntered',
    'MapStateStarted',
    'MapIterationStarted',
    'TaskStateEntered',
    'LambdaFunctionScheduled',
    'LambdaFunctionStarted',
    'LambdaFunctionSucceeded',
    'TaskStateExited',
    'MapIterationSucceeded',
    'MapStateSucceeded',
    'MapStateExited',
    'SucceedStateEntered',
    'SucceedStateExited',
    'ExecutionSucceeded',
  ]);
  expect(entries[2]?.mapStateStartedEventDetails).toEqual({ length: 1 });
  expect(entries[3]).toMatchObject({ previousEventId: 3, mapIterationStartedEventDetails: { index: 0, name: 'Each' } });
});

it('runs the branches of a Parallel together and stops the others when one fails', async () => {
  const branch = (name: string) => ({
    StartAt: name,
    States: { [name]: { Type: 'Task', Resource: arnOfFunction(name), End: true } },
  });
  const { run } = await startFlows({
    machines: {
      Fork: {
        StartAt: 'Fork',
        States: {
          Fork: {
            Type: 'Parallel',
            Parameters: { 'start.$': '$.start' },
            Branches: [branch('left'), branch('right')],
            ResultPath: '$.both',
            Catch: [{ ErrorEquals: ['Broken'], Next: 'Caught' }],
            End: true,
          },
          Caught: { Type: 'Pass', Result: 'caught', End: true },
        },
      },
    },
    functions: {
      left: ({ start }: { start: number }) => start + 1,
      right: ({ start }: { start: number }) => (start === 0 ? failing('Broken') : start + 2),
    },
  });
  expect((await run('Fork', { start: 5 })).output).toBe('{"start":5,"both":[6,7]}');
  expect((await run('Fork', { start: 0 })).output).toBe('"caught"');
});
