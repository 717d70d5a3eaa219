import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../test/story/client.ts';
import { refusalOf } from '../../test/story/read.ts';

/** What clients met: how long each answer took, by what was asked, and everything that was no success. */
export class Met {
  readonly #millis = new Map<string, number[]>();
  readonly errors: string[] = [];

  of(what: string): readonly number[] {
    return this.#millis.get(what) ?? [];
  }

  get requests(): number {
    return [...this.#millis.values()].reduce((sum, times) => sum + times.length, 0);
  }

  /** Asks once. A refusal is no answer here: everybody asks for what he may. */
  async ask(what: string, request: () => Promise<Answer>): Promise<void> {
    const begun = performance.now();
    try {
      const answer = await request();
      if (answer.status >= 300) this.errors.push(`${what}: ${refusalOf(answer)}`);
    } catch (fault) {
      this.errors.push(`${what}: ${String(fault)}`);
    }
    const times = this.#millis.get(what) ?? [];
    times.push(performance.now() - begun);
    this.#millis.set(what, times);
  }
}

/** Does everything that is to be done, so many things at a time. */
export const inTurns = async <Thing>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing) => Promise<void>,
): Promise<void> => {
  const waiting = [...things];
  const workOn = async (): Promise<void> => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
};

export interface Watching {
  stop(): Promise<void>;
}

/** Lets each look again and again, every so many milliseconds, all of them at different moments, until they are stopped. */
export const watching = (lookers: readonly (() => Promise<void>)[], everyMillis: number): Watching => {
  const over = new AbortController();
  const look = async (once: () => Promise<void>, index: number): Promise<void> => {
    const waits = (millis: number) => pause(millis, undefined, { signal: over.signal }).catch(() => undefined);
    await waits((everyMillis * index) / lookers.length);
    while (!over.signal.aborted) {
      const begun = performance.now();
      await once();
      await waits(Math.max(0, everyMillis - (performance.now() - begun)));
    }
  };
  const all = Promise.all(lookers.map(look));
  return {
    stop: async () => {
      over.abort();
      await all;
    },
  };
};
