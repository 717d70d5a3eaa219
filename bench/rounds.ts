/** Milliseconds that something takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/**
 * Lets contenders run in turn, A B C A B C, after one round that does not count, so that whatever else happens on the
 * machine meets all of them. Answers what each run told, by contender, round by round.
 */
export const toldInTurn = async <Name extends string, Told>(
  rounds: number,
  contenders: Readonly<Partial<Record<Name, () => Promise<Told>>>>,
): Promise<(name: Name) => readonly Told[]> => {
  const entries = Object.entries<(() => Promise<Told>) | undefined>(contenders).flatMap(([name, work]) =>
    work === undefined ? [] : [[name, work] as const],
  );
  const told = new Map<string, Told[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of entries) {
      const answer = await work();
      if (round > 0) told.get(name)?.push(answer);
    }
  }
  return (name) => told.get(name) ?? [];
};

/** The same, answering milliseconds. */
export const inTurn = async <Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<(name: Name) => readonly number[]> => {
  const entries = Object.entries<() => Promise<unknown>>(contenders);
  const clocks = Object.fromEntries(entries.map(([name, work]) => [name, () => timed(work)]));
  return toldInTurn(rounds, clocks);
};
