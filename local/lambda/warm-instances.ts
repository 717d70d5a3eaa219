import type { Part } from '../runtime.ts';
import type { Instance } from './instance.ts';

/** Instances that wait for their next invocation, by the name of their function. They outlive a system that begins again. */
export interface WarmInstances extends Part {
  /** The one that waits for the shortest time; undefined when none does. */
  take(functionName: string): Instance | undefined;
  /** Ends it after a minute without work. */
  keep(functionName: string, instance: Instance): void;
}

interface Waiting {
  readonly instance: Instance;
  readonly reaper: NodeJS.Timeout;
}

const idleLifetimeMs = 60_000;

export function createWarmInstances(): WarmInstances {
  const waiting = new Map<string, Waiting[]>();
  const waitingOf = (functionName: string): Waiting[] => {
    const known = waiting.get(functionName) ?? [];
    waiting.set(functionName, known);
    return known;
  };
  return {
    name: 'warm instances',
    async start() {},
    take(functionName) {
      const known = waitingOf(functionName);
      for (let latest = known.pop(); latest; latest = known.pop()) {
        clearTimeout(latest.reaper);
        if (latest.instance.alive()) return latest.instance;
      }
      return undefined;
    },
    keep(functionName, instance) {
      if (!instance.alive()) return;
      const reaper = setTimeout(() => instance.kill(), idleLifetimeMs);
      waitingOf(functionName).push({ instance, reaper: reaper.unref() });
    },
    async stop() {
      const ending = [...waiting.values()].flat();
      waiting.clear();
      for (const { instance, reaper } of ending) {
        clearTimeout(reaper);
        instance.kill();
      }
      await Promise.all(ending.map(({ instance }) => instance.exited));
    },
  };
}
