import type { DataComparer } from '../../../shared/application/ports/data-comparer.ts';
import { countDifferences, listDifferences } from '../../../shared/engine/compare/compare-data.ts';
import { writeCounts } from '../../../shared/engine/compare/count-table.ts';
import { pageOfDifferences, writeDifferences } from '../../../shared/engine/compare/differences.ts';

/** More lines than anybody reads. Copies that differ in every row are told by their counts. */
const linesListed = 100_000;

/**
 * A request has 29 seconds. Reading and hashing 39 million rows, which is the biggest district's attendance twice, and joining
 * the few that may differ took 25 processor seconds: 17 of a function with 1.45 processors, by reckoning. Joining is reckoned
 * at about one more for each million rows that do, and finding the schools of rows at one and a half for each 20 million of
 * the dataset that leads to them, counted twice where it is the same on both sides.
 */
const rowsRead = 42_000_000;
const rowsJoined = 4_000_000;

/** Compares in this process: they are our own files, never a rule's SQL. */
export const dataComparer = (most = linesListed, rowsAtMost = rowsRead, joined = rowsJoined): DataComparer => ({
  rowsAtMost,
  count: (job) => countDifferences(job, joined),
  list: (job, counts) => listDifferences(job, counts, most),
  page: pageOfDifferences,
  writeCounts,
  writeTable: writeDifferences,
});
