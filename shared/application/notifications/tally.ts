import type { Tally } from '../outbox.ts';

const namesKept = 10;

export const noTally: Tally = { count: 0, names: [] };

export const tallied = (sofar: Tally, names: readonly string[]): Tally => ({
  count: sofar.count + names.length,
  names: [...sofar.names, ...names].slice(0, namesKept),
});

const spelled = (count: number): string => count.toLocaleString('en-US');

const nouns = { participant: 'participants', person: 'people' } as const;

/** The facts of a summary: "1 participant", "3 of 1,200 participants", and the first names. */
export const summaryFacts = (
  { count, names }: Tally,
  noun: keyof typeof nouns,
  total?: number,
): Readonly<Record<'count' | 'names', string>> => {
  const hidden = count - names.length;
  const counted = `${spelled(count)} ${count === 1 ? noun : nouns[noun]}`;
  return {
    count: total === undefined ? counted : `${spelled(count)} of ${spelled(total)} ${nouns[noun]}`,
    names: [...names, ...(hidden > 0 ? [`and ${spelled(hidden)} more`] : [])].join(', '),
  };
};
