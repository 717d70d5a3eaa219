import type { Tally } from '../outbox.ts';

const namesKept = 10;

export const noTally: Tally = { count: 0, names: [] };

export const tallied = (sofar: Tally, names: readonly string[]): Tally => ({
  count: sofar.count + names.length,
  names: [...sofar.names, ...names].slice(0, namesKept),
});

/** The facts of a summary: how many, of how many, the first names, and how many more. */
export const summaryFacts = ({ count, names }: Tally, total?: number): Readonly<Record<string, string>> => {
  const hidden = count - names.length;
  return {
    count: String(count),
    ...(total !== undefined && { total: String(total) }),
    names: names.join(', '),
    ...(hidden > 0 && { more: String(hidden) }),
  };
};
