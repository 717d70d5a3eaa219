import type { SchoolDifferences } from '../ports/data-comparer.ts';
import { sumOfDifferences } from './kept-comparison.ts';

/** More than anybody looks through, and few enough that an answer about all datasets fits into a response. */
const schoolsShown = 500;

/** The schools in which most rows differ, most first. */
export const mostDiffering = (schools: readonly SchoolDifferences[]): readonly SchoolDifferences[] =>
  [...schools].sort((left, right) => sumOfDifferences([right]) - sumOfDifferences([left])).slice(0, schoolsShown);
