/** Chance from a seed: the same in every run (mulberry32). */
export const chanceFrom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: <Value>(values: readonly Value[]): Value => {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new Error('there is nothing to choose from');
      return value;
    },
    /** One of the keys, as often as its weight says. */
    weighted: <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
      const names = Object.keys(weights).filter((name): name is Name => name in weights);
      let place = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        place -= weights[name];
        if (place < 0) return name;
      }
      throw new Error('no weights');
    },
  };
};

export type Chance = ReturnType<typeof chanceFrom>;
