import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { clockAt } from '../testing/clock-at.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { createPool } from './pool.ts';
import { createWarmInstances } from './warm-instances.ts';

interface PoolOf {
  readonly environment?: Readonly<Record<string, string>>;
}

/** Pools of a function of two instances at most that says which process answered, after it has seen `others` calls begin. */
function poolsOfOne({ environment = {} }: PoolOf = {}) {
  const codeFolder = temporaryFolder();
  mkdirSync(join(codeFolder, 'calls'));
  writeFileSync(
    join(codeFolder, 'index.mjs'),
    `import { readdirSync, writeFileSync } from 'node:fs';
     export const handler = async ({ name, others }) => {
       writeFileSync('calls/' + name, '');
       while (readdirSync('calls').length < others) await new Promise(setImmediate);
       return { pid: process.pid, year: new Date().getFullYear(), secret: process.env.SECRET ?? null };
     };`,
  );
  const lambda: LambdaFunction = {
    name: 'f',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:f',
    roleArn: 'arn:role',
    codeFolder,
    handler: 'index.handler',
    timeoutMs: 10_000,
    memoryMb: 128,
    concurrency: 2,
    variables: {},
    environment: {
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_NAME: 'f',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/f',
      LAMBDA_TASK_ROOT: codeFolder,
      _HANDLER: 'index.handler',
    },
  };
  const warm = createWarmInstances();
  onTestFinished(() => warm.stop());
  return {
    warm,
    untilBegun: (name: string) => vi.waitUntil(() => existsSync(join(codeFolder, 'calls', name)), { timeout: 10_000 }),
    pool: (now = '2026-01-01T00:00:00Z') => {
      const pool = createPool(lambda, { clock: clockAt(now), warm, onOutput: () => {}, environment });
      onTestFinished(() => pool.stop());
      return pool;
    },
  };
}

const aPool = () => poolsOfOne().pool();

it('uses an instance again, and none of the variables of its own process', async () => {
  process.env['SECRET'] = 'of the runner';
  onTestFinished(() => {
    delete process.env['SECRET'];
  });
  const pool = aPool();
  const first = await pool.invoke({ name: 'a', others: 1 });
  expect(first).toMatchObject({ functionError: undefined, payload: { secret: null } });
  expect(await pool.invoke({ name: 'b', others: 1 })).toStrictEqual(first);
  expect(pool.busy()).toBe(0);
});

it('runs calls side by side up to its cap; the others wait for a free instance', async () => {
  const pool = aPool();
  const calls = ['a', 'b', 'c', 'd'].map((name) => pool.invoke({ name, others: 2 }));
  expect(pool.busy()).toBe(4);
  const outcomes = await Promise.all(calls);
  expect(outcomes.map(({ functionError }) => functionError)).toStrictEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(new Set(outcomes.map(({ payload }) => JSON.stringify(payload))).size).toBe(2);
});

it('leaves what an instance compiled to the next, although it is killed', async () => {
  const folder = temporaryFolder();
  const { pool, warm } = poolsOfOne({ environment: { NODE_COMPILE_CACHE: folder } });
  await pool().invoke({ name: 'a', others: 1 });
  await warm.stop();
  expect(readdirSync(folder, { recursive: true, withFileTypes: true }).some((one) => one.isFile())).toBe(true);
});

it('leaves a waiting instance to the pool after it, whose clock may be behind; one at work ends with its pool', async () => {
  const { pool, untilBegun } = poolsOfOne();
  const first = pool('2027-01-01T00:00:00Z');
  const { payload } = await first.invoke({ name: 'a', others: 1 });
  expect(payload).toMatchObject({ year: 2027 });
  await first.stop();
  const second = pool('2026-01-01T00:00:00Z');
  expect((await second.invoke({ name: 'b', others: 2 })).payload).toStrictEqual({ ...Object(payload), year: 2026 });
  const cutShort = second.invoke({ name: 'c', others: 4 });
  await untilBegun('c');
  await second.stop();
  expect((await cutShort).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
  const third = await pool().invoke({ name: 'd', others: 1 });
  expect(Object(third.payload).pid).not.toBe(Object(payload).pid);
});
