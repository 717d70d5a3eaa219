import type { Cost } from './programs/ask.ts';
import { median, pairwiseRatio, quantile, type Spread, spreadOf } from './statistics.ts';

/** What a number is held against: the id of a target of the design, and the most it may be. */
export interface Aim {
  readonly id: TargetId;
  readonly atMost: number;
}

/**
 * In the order of the design; `Z1` is the snapshot of 1,200 districts, `P1` their list on the screen, `L1` to `L3` are what the
 * system bears.
 */
export const targetIds = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E7',
  'C1',
  'C2',
  'S1',
  'S2',
  'R1',
  'R2',
  'R3',
  'A1',
  'A2',
  'F1',
  'F2',
  'Z1',
  'P1',
  'L1',
  'L2',
  'L3',
] as const;
export type TargetId = (typeof targetIds)[number];

/** One measured number. Less is better for all of them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `x` is a ratio of two things measured in the same run. */
  readonly unit: Unit;
  readonly spread?: Spread | undefined;
  readonly aim?: Aim | undefined;
  /** A ratio of processor time, taken where the clock said more about the neighbours than about us. */
  readonly byCpu?: true | undefined;
}

export type Unit =
  | 's'
  | 'ms'
  | 'x'
  | 'RCU'
  | 'WCU'
  | 'requests'
  | 'bytes'
  | 'kB'
  | 'MB'
  | '$'
  | 'rows'
  | 'chunks'
  | 'history events'
  | 'transitions'
  | 'differences';

/** Wall time says more about the machine than about us: only what does not depend on it is judged. */
export const isJudged = ({ unit }: Pick<Figure, 'unit'>): boolean => unit !== 's' && unit !== 'ms' && unit !== 'MB';

export const seconds = (name: string, milliseconds: readonly number[]): Figure => {
  const values = milliseconds.map((one) => one / 1_000);
  return { name, value: median(values), unit: 's', spread: spreadOf(values) };
};

export const ratio = (name: string, values: readonly number[], limit: readonly number[], aim?: Aim): Figure => ({
  name,
  value: pairwiseRatio(values, limit),
  unit: 'x',
  spread: spreadOf(values.map((value, round) => value / (limit[round] ?? Number.NaN))),
  aim,
});

/** Where the clock of one of the two differs by more than this from round to round, processors are the better clock. */
const calmSpread = 0.25;

const isRestless = (values: readonly number[]): boolean =>
  (Math.max(...values) - Math.min(...values)) / median(values) > calmSpread;

/** The ratio of two costs, round by round. */
export const costRatio = (name: string, costs: readonly Cost[], limit: readonly Cost[], aim?: Aim): Figure => {
  const clock = (all: readonly Cost[]) => all.map(({ milliseconds }) => milliseconds);
  const cpu = (all: readonly Cost[]) => all.map(({ cpuMilliseconds }) => cpuMilliseconds);
  if (!isRestless(clock(costs)) && !isRestless(clock(limit))) return ratio(name, clock(costs), clock(limit), aim);
  return { ...ratio(name, cpu(costs), cpu(limit), aim), byCpu: true };
};

/** The most of some values, as for memory. */
export const most = (name: string, values: readonly number[], unit: Unit, aim?: Aim): Figure => ({
  name,
  value: Math.max(...values),
  unit,
  spread: spreadOf(values),
  aim,
});

export const percentiles = (name: string, milliseconds: readonly number[]): readonly Figure[] =>
  [0.5, 0.95, 0.99].map((at) => ({
    name: `${name}, p${Math.round(at * 100)}`,
    value: quantile(milliseconds, at),
    unit: 'ms',
    spread: spreadOf(milliseconds),
  }));
