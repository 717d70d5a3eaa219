/** Applies happenings in order. */
export const evolveAll = <State, Happening>(
  evolve: (state: State, happening: Happening) => State,
  state: State,
  happenings: readonly Happening[],
): State => happenings.reduce((current, happening) => evolve(current, happening), state);
