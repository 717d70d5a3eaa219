import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Invoker, LocalClock, Part } from '../runtime.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { createPool, type Pool } from './pool.ts';
import type { WarmInstances } from './warm-instances.ts';

export interface FunctionsOptions {
  readonly functions: readonly LambdaFunction[];
  readonly clock: LocalClock;
  /** Where instances wait, those of an earlier start too. */
  readonly warm: WarmInstances;
  /** Each function's output goes to `<folder>/<function>.log`, begun anew at each start. */
  readonly logFolder: string;
  readonly cacheFolder: string;
  readonly log: (line: string) => void;
}

export interface Functions extends Part, Invoker {
  /** Kills the instance whose credentials carry this session token. */
  crash(sessionToken: string | undefined): void;
  /** Invocations running or waiting. */
  busy(): number;
}

const errorPayload = z.object({ errorType: z.string().default('Error'), errorMessage: z.string().default('') });

/** Every function of the template behind one `Invoker`. A failed invocation is also told in one line to `log`. */
export function createFunctions(options: FunctionsOptions): Functions {
  const { clock, warm } = options;
  const pools = new Map<string, Pool>();
  let stopped = false;
  return {
    name: 'Lambda',
    async start() {
      mkdirSync(options.logFolder, { recursive: true });
      for (const lambda of options.functions) {
        const file = join(options.logFolder, `${lambda.name}.log`);
        writeFileSync(file, '');
        const environment = { NODE_COMPILE_CACHE: options.cacheFolder };
        // By the file's name, since an instance may live longer than this start.
        const onOutput = (chunk: Buffer) => appendFileSync(file, chunk);
        pools.set(lambda.name, createPool(lambda, { clock, warm, onOutput, environment }));
      }
    },
    async invoke(functionArnOrName, payload) {
      const name = functionName(functionArnOrName);
      const pool = pools.get(name);
      if (!pool) throw new Error(`There is no function ${functionArnOrName}`);
      const outcome = await pool.invoke(payload);
      if (outcome.functionError !== undefined && !stopped) {
        const { errorType, errorMessage } = errorPayload
          .catch({ errorType: 'Error', errorMessage: '' })
          .parse(outcome.payload);
        options.log(`${name}: ${errorType}: ${errorMessage}`);
      }
      return outcome;
    },
    crash(sessionToken) {
      if (sessionToken !== undefined) [...pools.values()].some((pool) => pool.kill(sessionToken));
    },
    busy: () => [...pools.values()].reduce((sum, pool) => sum + pool.busy(), 0),
    async stop() {
      stopped = true;
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

/** `arn:aws:lambda:region:account:function:NAME[:qualifier]`, `NAME[:qualifier]`. */
function functionName(arnOrName: string): string {
  const unprefixed = arnOrName.replace(/^arn:aws:lambda:[^:]+:\d+:function:/, '');
  return unprefixed.replace(/:[^:]*$/, '');
}
