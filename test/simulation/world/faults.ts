import type { Chance } from '../../model/play/chance.ts';

/** How often what goes wrong, out of 1. */
export interface FaultRates {
  readonly throttle: number;
  readonly lostReply: number;
  readonly killBefore: number;
  readonly killAfter: number;
  readonly conflict: number;
  readonly duplicate: number;
  readonly delay: number;
  readonly visibility: number;
  readonly scheduleMissed: number;
  readonly scheduleTwice: number;
  readonly taskRepeated: number;
  readonly flowsInterrupted: number;
  readonly indexLag: number;
  readonly skew: number;
}

export const noFaults: FaultRates = {
  throttle: 0,
  lostReply: 0,
  killBefore: 0,
  killAfter: 0,
  conflict: 0,
  duplicate: 0,
  delay: 0,
  visibility: 0,
  scheduleMissed: 0,
  scheduleTwice: 0,
  taskRepeated: 0,
  flowsInterrupted: 0,
  indexLag: 0,
  skew: 0,
};

/** Killed functions stand a little lower than in the plan of faults: it counts them per function, not per call. */
export const usualFaults: FaultRates = {
  throttle: 0.03,
  lostReply: 0.03,
  killBefore: 0.004,
  killAfter: 0.004,
  conflict: 0.05,
  duplicate: 0.1,
  delay: 0.2,
  visibility: 0.05,
  scheduleMissed: 0.05,
  scheduleTwice: 0.05,
  taskRepeated: 0.05,
  flowsInterrupted: 0.002,
  indexLag: 0.2,
  skew: 0.2,
};

export type CallFault = 'THROTTLE' | 'LOSE_REPLY' | 'KILL_BEFORE' | 'KILL_AFTER' | 'CONFLICT';

/** What befalls one call. */
export const callFault = (chance: Chance, rates: FaultRates, operation: string): CallFault | undefined => {
  let place = chance.next();
  const falls = (rate: number): boolean => {
    place -= rate;
    return place < 0;
  };
  if (falls(rates.throttle)) return 'THROTTLE';
  if (falls(rates.killBefore)) return 'KILL_BEFORE';
  if (falls(rates.killAfter)) return 'KILL_AFTER';
  if (falls(rates.lostReply)) return 'LOSE_REPLY';
  return operation === 'TransactWriteItems' && falls(rates.conflict) ? 'CONFLICT' : undefined;
};
