import { Stopped } from './flow-error.ts';

/**
 * Runs the work over all items, at most `concurrency` at once, and gives the results in the items' order. The first failure
 * aborts the signal the others were given; none is begun after it, and all have settled before it is thrown. With the outer
 * signal aborted the pool ends with Stopped.
 */
export async function inPool<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  outer: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
): Promise<readonly Result[]> {
  const pool = new AbortController();
  const signal = AbortSignal.any([outer, pool.signal]);
  const results = new Array<Result>(items.length);
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) {
      if (signal.aborted) return;
      results[index] = await work(item, signal);
    }
  };
  const lanes = Array.from({ length: Math.min(concurrency, items.length) }, () =>
    lane().catch((failure: unknown) => pool.abort(failure)),
  );
  await Promise.all(lanes);
  if (outer.aborted) throw new Stopped();
  if (signal.aborted) throw signal.reason;
  return results;
}
