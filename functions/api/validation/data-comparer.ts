import type { DataComparer } from '../../../shared/application/ports/data-comparer.ts';
import { countDifferences, listDifferences } from '../../../shared/engine/compare/compare-data.ts';
import { pageOfDifferences, writeDifferences } from '../../../shared/engine/compare/differences.ts';

/** More lines than anybody reads. Copies that differ in every row are told by their counts. */
const linesListed = 100_000;

/** Compares in this process: they are our own files, never a rule's SQL. */
export const dataComparer = (most = linesListed): DataComparer => ({
  count: countDifferences,
  list: (job, counts) => listDifferences(job, counts, most),
  page: pageOfDifferences,
  writeTable: writeDifferences,
});
