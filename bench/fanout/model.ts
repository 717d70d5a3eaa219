import type { ModelDistrict } from './state.ts';
import { assumptions } from './state.ts';

/** Processor seconds of one job: what it takes in any case, and for each million of attendance rows. */
export interface UnitCost {
  readonly fixed: number;
  readonly perMillionRows: number;
}

export interface Modelled {
  readonly wallSeconds: number;
  readonly gbSeconds: number;
  readonly dollars: number;
  readonly longestSeconds: number;
}

/** The line through two measured jobs. */
export const unitCost = (
  small: { readonly seconds: number; readonly millionRows: number },
  large: { readonly seconds: number; readonly millionRows: number },
): UnitCost => {
  const perMillionRows = Math.max(0, (large.seconds - small.seconds) / (large.millionRows - small.millionRows));
  return { fixed: Math.max(0, small.seconds - perMillionRows * small.millionRows), perMillionRows };
};

export const jobSeconds = (cost: UnitCost, mbPerMillionRows: number, { millionRows }: ModelDistrict): number =>
  assumptions.coldStartSeconds +
  ((cost.fixed + cost.perMillionRows * millionRows) * assumptions.slowerThanHere) / assumptions.processors +
  (millionRows * mbPerMillionRows) / assumptions.downloadMbPerSecond;

/** When the function of this place, counted from nought, is there. */
const startOf = (place: number): number =>
  Math.max(0, (place + 1 - assumptions.functionsAtFirst) / assumptions.functionsMorePerSecond);

/** Jobs in this order, each to the function that is free first; a queue adds functions as time goes by. */
export const queueOf = (seconds: readonly number[]): Modelled => {
  const free: number[] = [];
  let wallSeconds = 0;
  for (const one of seconds) {
    const next = startOf(free.length);
    const earliest = free.reduce((least, at, place) => (at < (free[least] ?? Infinity) ? place : least), 0);
    const isNew = free.length < assumptions.functionsAtMost && next <= (free[earliest] ?? Infinity);
    const end = (isNew ? next : (free[earliest] ?? 0)) + one;
    free[isNew ? free.length : earliest] = end;
    wallSeconds = Math.max(wallSeconds, end);
  }
  const gbSeconds = assumptions.memoryGb * seconds.reduce((sum, one) => sum + one, 0);
  const requests = (seconds.length * assumptions.dollarsPerMillionInvocations) / 1e6;
  const messages = (seconds.length * assumptions.sqsRequestsPerJob * assumptions.dollarsPerMillionSqsRequests) / 1e6;
  return {
    wallSeconds,
    gbSeconds,
    dollars: gbSeconds * assumptions.dollarsPerGbSecond + requests + messages,
    longestSeconds: Math.max(...seconds),
  };
};
