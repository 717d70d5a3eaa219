import type { InvokeOutcome, LocalClock } from '../runtime.ts';
import { type Instance, type InstanceOptions, startInstance } from './instance.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { failure } from './outcome.ts';
import type { WarmInstances } from './warm-instances.ts';

/** All instances of one function: reused while warm, started up to the cap. */
export interface Pool {
  invoke(payload: unknown): Promise<InvokeOutcome>;
  /** Ends the instance with this id; false when it is not at work for this function. */
  kill(instanceId: string): boolean;
  /** Invocations running or waiting for an instance. */
  busy(): number;
  /** Ends what is at work. Warm instances are not the pool's. */
  stop(): Promise<void>;
}

interface PoolOptions extends InstanceOptions {
  readonly clock: LocalClock;
  readonly warm: WarmInstances;
}

export function createPool(lambda: LambdaFunction, options: PoolOptions): Pool {
  const { clock, warm } = options;
  const working = new Set<Instance>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let stopped = false;

  async function acquire(): Promise<Instance> {
    const instance = warm.take(lambda.name) ?? (await startInstance(lambda, options));
    working.add(instance);
    if (stopped) instance.kill();
    return instance;
  }

  /** A finished invocation passes its place on, so that nobody overtakes who waits. */
  async function enter(): Promise<void> {
    if (running < lambda.concurrency) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async invoke(payload) {
      await enter();
      try {
        if (stopped) return failure('Runtime.ExitError', 'The runtime is stopping');
        const instance = await acquire();
        const outcome = await instance.invoke(payload, clock);
        working.delete(instance);
        warm.keep(lambda.name, instance);
        return outcome;
      } finally {
        leave();
      }
    },
    kill(instanceId) {
      const instance = [...working].find(({ id }) => id === instanceId);
      instance?.kill();
      return instance !== undefined;
    },
    busy: () => running + waiting.length,
    async stop() {
      stopped = true;
      const ending = [...working];
      for (const instance of ending) instance.kill();
      await Promise.all(ending.map(({ exited }) => exited));
    },
  };
}
