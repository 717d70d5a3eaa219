import { writeFile } from 'node:fs/promises';
import type { Difference, DifferenceCount, Differences } from '../../application/ports/data-comparer.ts';
import { csvLine } from '../report/csv-cell.ts';

/** How many rows differ as a table for a spreadsheet: of each dataset in all, then school by school. */
export const writeCounts = (
  counts: readonly DifferenceCount[],
  titles: Readonly<Record<Difference['kind'], string>>,
  target: string,
): Promise<void> => {
  const line = (dataset: string, school: string, { onlyHere, onlyThere, different }: Differences): string =>
    csvLine([dataset, school, onlyHere, onlyThere, different]);
  const lines = counts.flatMap((one) => [
    line(one.dataset, 'All', one),
    ...one.schools.map((school) => line(one.dataset, school.schoolId ?? 'Not known', school)),
  ]);
  const head = csvLine(['Dataset', 'School', titles.ONLY_HERE, titles.ONLY_THERE, titles.DIFFERENT]);
  return writeFile(target, [head, ...lines].join(''));
};
