import type { InvokeOutcome } from '../runtime.ts';
import { type Instance, type InstanceOptions, startInstance } from './instance.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { failure } from './outcome.ts';

/** All instances of one function: reused while warm, started up to the cap, ended after a minute without work. */
export interface Pool {
  invoke(payload: unknown): Promise<InvokeOutcome>;
  /** Ends the instance with this id; false when it is none of this function's. */
  kill(instanceId: string): boolean;
  /** Invocations running or waiting for an instance. */
  busy(): number;
  stop(): Promise<void>;
}

const idleLifetimeMs = 60_000;

export function createPool(lambda: LambdaFunction, options: InstanceOptions): Pool {
  const instances = new Set<Instance>();
  const idle: { instance: Instance; reaper: NodeJS.Timeout }[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;
  let stopped = false;

  async function acquire(): Promise<Instance> {
    for (let warm = idle.pop(); warm; warm = idle.pop()) {
      clearTimeout(warm.reaper);
      if (warm.instance.alive()) return warm.instance;
    }
    const instance = await startInstance(lambda, options);
    instances.add(instance);
    void instance.exited.then(() => instances.delete(instance));
    if (stopped) instance.kill();
    return instance;
  }

  function keepWarm(instance: Instance): void {
    if (!instance.alive()) return;
    const reaper = setTimeout(() => instance.kill(), idleLifetimeMs);
    idle.push({ instance, reaper: reaper.unref() });
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
        const outcome = await instance.invoke(payload);
        keepWarm(instance);
        return outcome;
      } finally {
        leave();
      }
    },
    kill(instanceId) {
      const instance = [...instances].find(({ id }) => id === instanceId);
      instance?.kill();
      return instance !== undefined;
    },
    busy: () => running + waiting.length,
    async stop() {
      stopped = true;
      for (const { reaper } of idle) clearTimeout(reaper);
      const ending = [...instances];
      for (const instance of ending) instance.kill();
      await Promise.all(ending.map(({ exited }) => exited));
    },
  };
}
