/** Milliseconds that something takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/**
 * Lets contenders run in turn, A B C A B C, after one round that does not count, so that whatever else happens on the
 * machine meets all of them. Answers milliseconds by contender, round by round.
 */
export const inTurn = async <Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<(name: Name) => readonly number[]> => {
  const entries = Object.entries<() => Promise<unknown>>(contenders);
  const measured = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of entries) {
      const milliseconds = await timed(work);
      if (round > 0) measured.get(name)?.push(milliseconds);
    }
  }
  return (name) => measured.get(name) ?? [];
};
