/** The value at a quantile from 0 to 1, by nearest rank: always one that was measured. Throws where nothing was. */
export const quantile = (values: readonly number[], at: number): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const value = sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of the ratios round by round, so that what slows a whole round down cancels out. */
export const pairwiseRatio = (values: readonly number[], others: readonly number[]): number => {
  if (values.length !== others.length)
    throw new Error(`${values.length} rounds cannot be paired with ${others.length}`);
  return median(values.map((value, round) => value / (others[round] ?? Number.NaN)));
};

export interface Spread {
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  min: Math.min(...values),
  max: Math.max(...values),
  rounds: values.length,
});
