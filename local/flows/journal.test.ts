import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { arnOfFunction, type FlowWorld, startFlows } from './fixtures/flow-world.ts';

const call = (name: string, more: object) => ({
  Type: 'Task',
  Resource: arnOfFunction(name),
  ResultPath: null,
  ...more,
});
const ask = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName: arnOfFunction('ask'), Payload: { 'token.$': '$$.Task.Token', 'who.$': '$.who' } },
  ResultPath: '$.decision',
  ...more,
});
const machines = {
  Approval: {
    StartAt: 'Tell',
    States: {
      Tell: call('tell', { Next: 'Decide' }),
      Decide: ask({ Next: 'Conclude' }),
      Conclude: call('conclude', { End: true }),
    },
  },
  Many: {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'Tell',
          States: { Tell: call('tell', { Next: 'Decide' }), Decide: ask({ End: true }) },
        },
        End: true,
      },
    },
  },
};

const journalFile = () => join(temporaryFolder(), 'executions.jsonl');

/** A runtime that notes what it calls; `asked` holds the tokens by whom they were for. */
async function runtime(journalFile: string) {
  const calls: string[] = [];
  const asked = new Map<string, string>();
  const functions = {
    tell: () => void calls.push('tell'),
    conclude: () => void calls.push('conclude'),
    ask: ({ token, who }: { token: string; who: string }) => {
      calls.push(`ask ${who}`);
      asked.set(who, token);
    },
  };
  return { calls, asked, ...(await startFlows({ machines, functions, journalFile })) };
}

const waitsFor = (world: FlowWorld, tokens: number) =>
  vi.waitUntil(() => world.flows.executions()[0]?.openTokens === tokens, { interval: 5 });
const approve = (world: FlowWorld, taskToken: string | undefined) =>
  world.client.send(new SendTaskSuccessCommand({ taskToken, output: '"yes"' }));

it('goes on waiting for the same token after a restart, without asking again', async () => {
  const file = journalFile();
  const before = await runtime(file);
  const arn = await before.begin('Approval', { who: 'Bear Creek' }, 'approval-1');
  await waitsFor(before, 1);
  await before.stop();

  const after = await runtime(file);
  expect((await after.describe(arn)).status).toBe('RUNNING');
  await approve(after, before.asked.get('Bear Creek'));
  expect(await after.ended(arn)).toMatchObject({
    status: 'SUCCEEDED',
    output: '{"who":"Bear Creek","decision":"yes"}',
  });
  expect(after.calls).toEqual(['conclude']);
  const entries = await after.history(arn);
  expect(entries.map(({ id }) => id)).toEqual(entries.map((_entry, index) => index + 1));
  expect(entries.filter(({ type }) => type === 'TaskSubmitted')).toHaveLength(1);
});

it('keeps what has ended, and its names taken', async () => {
  const file = journalFile();
  const before = await runtime(file);
  const arn = await before.begin('Many', [], 'many-1');
  const ended = await before.ended(arn);
  await before.stop();
  const after = await runtime(file);
  const { status, input, output, startDate, stopDate } = ended;
  expect(await after.describe(arn)).toMatchObject({ status, input, output, startDate, stopDate });
  await expect(after.begin('Many', [], 'many-1')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

it('starts the Map it was in anew, while the items that had asked wait for their old tokens', async () => {
  const file = journalFile();
  const before = await runtime(file);
  const arn = await before.begin('Many', [{ who: 'a' }, { who: 'b' }]);
  await waitsFor(before, 2);
  await before.stop();

  const after = await runtime(file);
  for (const who of ['a', 'b']) {
    await approve(after, before.asked.get(who));
  }
  expect((await after.ended(arn)).output).toBe('[{"who":"a","decision":"yes"},{"who":"b","decision":"yes"}]');
  expect(after.calls).toEqual(['tell', 'tell']);
});

it('loses nothing but the line that was being written when the process was killed', async () => {
  const file = journalFile();
  const before = await runtime(file);
  const arn = await before.begin('Approval', { who: 'x' });
  await waitsFor(before, 1);
  await before.stop();
  appendFileSync(file, '["arn:aws:states:us-east-1:000000000000:execution:Appr');
  const after = await runtime(file);
  expect((await after.describe(arn)).status).toBe('RUNNING');
  expect(readFileSync(file, 'utf8')).toMatch(/\n$/);
});

it('survives a second restart while it still waits', async () => {
  const file = journalFile();
  const first = await runtime(file);
  const arn = await first.begin('Approval', { who: 'x' });
  await waitsFor(first, 1);
  await first.stop();
  await (await runtime(file)).stop();
  const third = await runtime(file);
  await approve(third, first.asked.get('x'));
  expect((await third.ended(arn)).status).toBe('SUCCEEDED');
  expect(third.calls).toEqual(['conclude']);
});

it('fails an execution whose state the machine no longer has', async () => {
  const file = journalFile();
  const before = await runtime(file);
  const arn = await before.begin('Approval', { who: 'x' });
  await waitsFor(before, 1);
  await before.stop();
  const Approval = { StartAt: 'Other', States: { Other: { Type: 'Succeed' } } };
  const after = await startFlows({ machines: { Approval }, journalFile: file });
  expect(await after.ended(arn)).toMatchObject({
    status: 'FAILED',
    cause: expect.stringContaining("no state 'Decide'"),
  });
});
