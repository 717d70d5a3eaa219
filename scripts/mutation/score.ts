/** Nine of ten, after which what is left is mostly what nobody could observe. */
export const enough = 90;

export interface Score {
  readonly percent: number;
  readonly text: string;
}

/** How many changes the tests noticed, of those that could be made. A change that no test reaches went unnoticed. */
export const scoreOf = (statuses: readonly string[]): Score => {
  const count = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const unnoticed = count('Survived', 'NoCoverage');
  const percent = noticed + unnoticed === 0 ? 0 : (100 * noticed) / (noticed + unnoticed);
  return {
    percent,
    text: `${percent.toFixed(1)} % noticed: ${noticed} of ${noticed + unnoticed} changes, ${unnoticed} not (${count('NoCoverage')} in code that no test reaches)`,
  };
};
