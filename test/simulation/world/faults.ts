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
  /** The time of a function is over while a call is on its way. */
  readonly timeout: number;
  /** The connection breaks in the middle of an object. */
  readonly partialPut: number;
  /** A schedule fires up to a minute late, as is documented. */
  readonly scheduleLate: number;
  /** And up to ten minutes, as after an outage. */
  readonly scheduleVeryLate: number;
  /** An operator empties a queue: the only way in which a queue loses messages. */
  readonly purge: number;
  /** The clock jumps to an instant at which something changes by itself; asked once a run. */
  readonly jump: number;
}

export type FaultName = keyof FaultRates;

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
  timeout: 0,
  partialPut: 0,
  scheduleLate: 0,
  scheduleVeryLate: 0,
  purge: 0,
  jump: 0,
};

export const faultNames = Object.keys(noFaults);

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
  timeout: 0.01,
  partialPut: 0.03,
  scheduleLate: 0.05,
  scheduleVeryLate: 0.05,
  purge: 0,
  // More than the plan's fifth: most runs are nowhere near such an instant.
  jump: 0.5,
};

/** Whether a fault befalls: chance is asked only where it can, so that runs of before there was the fault stay as they were. */
export const befalls = (chance: Chance, rate: number): boolean => rate > 0 && chance.next() < rate;

export type CallFault =
  | 'THROTTLE'
  | 'LOSE_REPLY'
  | 'KILL_BEFORE'
  | 'KILL_AFTER'
  | 'TIME_OUT'
  | 'PUT_A_PART'
  | 'CONFLICT';

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
  if (falls(rates.timeout)) return 'TIME_OUT';
  if (operation === 'PUT objects' && falls(rates.partialPut)) return 'PUT_A_PART';
  return operation === 'TransactWriteItems' && falls(rates.conflict) ? 'CONFLICT' : undefined;
};
