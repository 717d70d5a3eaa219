import type { TableRow } from '../application/ports/table-rows.ts';
import type { Found, Part } from './invariant.ts';
import { directoryPart, partOf } from './parts.ts';
import { invariants } from './register.ts';
import { tablesOf } from './tables.ts';

/** The rows of a table by part, one part at a time in memory. */
export interface RowsByPart {
  /** Names of all parts that hold rows. */
  readonly parts: readonly string[];
  rowsOf(part: string): Promise<readonly TableRow[]>;
}

/** What was found, by the invariant's number; every invariant has its entry. 0: items that cannot be read at all. */
export type Verdict = ReadonlyMap<number, Found>;

const unreadable = 0;

export const inMemoryParts = (rows: readonly TableRow[]): RowsByPart => {
  const byPart = Map.groupBy(rows, partOf);
  return { parts: [...byPart.keys()], rowsOf: async (part) => byPart.get(part) ?? [] };
};

/** Asks every invariant of every part, one part after the other. */
export const verify = async (source: RowsByPart, world: Pick<Part, 'live' | 'now' | 'objects'>): Promise<Verdict> => {
  const verdict = new Map<number, string[]>(
    [unreadable, ...invariants.map(({ number }) => number)].map((number) => [number, []]),
  );
  const directory = tablesOf(await source.rowsOf(directoryPart));
  for (const name of source.parts) {
    const own = name === directoryPart ? directory : tablesOf(await source.rowsOf(name));
    verdict.get(unreadable)?.push(...own.rows('damaged').map(({ problem }) => problem));
    for (const { number, check } of invariants) {
      const found = await check({ ...world, name, own, directory });
      verdict.get(number)?.push(...found);
    }
  }
  return verdict;
};

/** All violations as lines, the invariant's number first. */
export const violationsIn = (verdict: Verdict): Found =>
  [...verdict].flatMap(([number, found]) => found.map((sentence) => `invariant ${number}: ${sentence}`));

/** Whether nothing was found. */
export const isSound = (verdict: Verdict): boolean => [...verdict.values()].every((found) => found.length === 0);

const inBoth = (one: Verdict, other: Verdict): Verdict =>
  new Map(
    [...one].map(([number, found]) => [number, found.filter((sentence) => other.get(number)?.includes(sentence))]),
  );

const mostJudgements = 3;

/**
 * What stays wrong. A table that is worked on is read over some time, not at one moment: what is written meanwhile can look torn, a state
 * without its entries or the reverse. So what is found is looked for again, and told only where every judgement finds it, word for word.
 */
export const lasting = async (judge: () => Promise<Verdict>): Promise<Verdict> => {
  let verdict = await judge();
  for (let judged = 1; judged < mostJudgements && !isSound(verdict); judged += 1)
    verdict = inBoth(verdict, await judge());
  return verdict;
};
