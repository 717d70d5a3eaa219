import { expect, it } from 'vitest';
import { arnOfFunction, startFlows } from '../fixtures/flow-world.ts';

const limit = 262_144;
/** JSON text of so many bytes: two of them are the quotes. */
const textOf = (bytes: number) => 'x'.repeat(bytes - 2);
const work = (more: object = {}) => ({ Type: 'Task', Resource: arnOfFunction('work'), End: true, ...more });
const caughtAll = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] };
const single = (state: object) => ({ StartAt: 'Work', States: { Work: state, Caught: { Type: 'Succeed' } } });

it.each([
  ['a result of 262,144 bytes passes', textOf(limit), 'SUCCEEDED'],
  ['a result of 262,145 bytes ends the execution, caught by nobody', textOf(limit + 1), 'FAILED'],
  ['the limit counts bytes of UTF-8', 'é'.repeat(limit / 2), 'FAILED'],
])('%s', async (_what, result, status) => {
  const { run } = await startFlows({ machines: { M: single(work(caughtAll)) }, functions: { work: () => result } });
  const outcome = await run('M');
  expect(outcome.status).toBe(status);
  if (status === 'FAILED') expect(outcome.error).toBe('States.DataLimitExceeded');
});

it.each([
  [limit, 'SUCCEEDED'],
  [limit + 1, 'FAILED'],
])('a task input of %i bytes after its Parameters ends as %s', async (bytes, status) => {
  // {"text":"..."} wraps the text in eleven bytes, quotes not counted.
  const Parameters = { 'text.$': '$' };
  const { run } = await startFlows({
    machines: {
      M: {
        StartAt: 'Make',
        States: { Make: work({ Next: 'Work', End: undefined }), Work: work({ Parameters, ResultPath: null }) },
      },
    },
    functions: { work: (input: { text?: string }) => (input.text === undefined ? textOf(bytes - 9) : 'done') },
  });
  expect((await run('M')).status).toBe(status);
});

it('ends an execution whose state gives out more than the limit, before the next state calls anything', async () => {
  const double = { Type: 'Pass', Parameters: { 'a.$': '$', 'b.$': '$' }, Next: 'Work' };
  const calls: unknown[] = [];
  const { run } = await startFlows({
    machines: { M: { StartAt: 'Double', States: { Double: double, Work: work({ Parameters: {} }) } } },
    functions: { work: (input: unknown) => calls.push(input) },
  });
  const outcome = await run('M', textOf(limit / 2 + 100));
  expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  expect(calls).toEqual([]);
});

it('ends a Map whose results together pass the limit', async () => {
  const each = {
    Type: 'Map',
    ItemProcessor: { StartAt: 'Item', States: { Item: { ...work() } } },
    ResultSelector: { done: true },
    End: true,
  };
  const { run } = await startFlows({
    machines: { M: { StartAt: 'Each', States: { Each: each } } },
    functions: { work: () => textOf(1000) },
  });
  const items = (count: number) => Array.from({ length: count }, (_, index) => index);
  expect((await run('M', items(200))).status).toBe('SUCCEEDED');
  expect(await run('M', items(300))).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

/** Counts down through two states a turn: 1 + 4 * turns + 2 + 1 entries, and five more with a call at the end. */
const countdown = (last: object) => ({
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, -1)' }, Next: 'More' },
    More: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: 0, Next: 'Count' }], Default: 'Last' },
    Last: last,
    End: { Type: 'Succeed' },
  },
});

it('lets an execution succeed with its 25,000th entry', async () => {
  const { run, history } = await startFlows({ machines: { M: countdown({ Type: 'Succeed' }) } });
  const { executionArn = '', status } = await run('M', { n: 6249 });
  expect(status).toBe('SUCCEEDED');
  expect(await history(executionArn)).toHaveLength(25_000);
});

it('fails an execution that would need a 25,001st entry', async () => {
  const { run, history } = await startFlows({
    machines: { M: countdown({ ...work(), End: undefined, Next: 'End' }) },
    functions: { work: () => 1 },
  });
  const { executionArn = '', ...outcome } = await run('M', { n: 6248 });
  expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime', cause: expect.stringContaining('25000') });
  const entries = await history(executionArn);
  expect(entries).toHaveLength(25_000);
  expect(entries.at(-1)?.type).toBe('ExecutionFailed');
});
