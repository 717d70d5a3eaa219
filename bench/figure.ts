import { median, pairwiseRatio, quantile, type Spread, spreadOf } from './statistics.ts';

/** One measured number. Less is better for all of them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `x` is a ratio of two things measured in the same run. */
  readonly unit: 's' | 'ms' | 'x' | 'RCU' | 'WCU' | 'requests' | 'bytes' | 'chunks' | 'history events';
  readonly spread?: Spread;
}

/** Wall time says more about the machine than about us: only what does not depend on it is judged. */
export const isJudged = ({ unit }: Figure): boolean => unit !== 's' && unit !== 'ms';

export const seconds = (name: string, milliseconds: readonly number[]): Figure => {
  const values = milliseconds.map((one) => one / 1_000);
  return { name, value: median(values), unit: 's', spread: spreadOf(values) };
};

export const ratio = (name: string, values: readonly number[], limit: readonly number[]): Figure => ({
  name,
  value: pairwiseRatio(values, limit),
  unit: 'x',
  spread: spreadOf(values.map((value, round) => value / (limit[round] ?? Number.NaN))),
});

export const percentiles = (name: string, milliseconds: readonly number[]): readonly Figure[] =>
  [0.5, 0.95, 0.99].map((at) => ({
    name: `${name}, p${Math.round(at * 100)}`,
    value: quantile(milliseconds, at),
    unit: 'ms',
    spread: spreadOf(milliseconds),
  }));
