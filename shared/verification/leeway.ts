/**
 * Clocks of different functions differ: each reads its own once a command, and two may be five seconds off either way. Order
 * within a chain is told by its versions; between chains only a greater distance in time tells it.
 */
const leewayMillis = 10_000;

export const isClearlyBefore = (moment: string, other: string): boolean =>
  Date.parse(moment) + leewayMillis < Date.parse(other);
