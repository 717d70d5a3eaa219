import type { DataComparer } from '../../../shared/application/ports/data-comparer.ts';
import { compareData } from '../../../shared/engine/compare/compare-data.ts';
import { pageOfDifferences, writeDifferences } from '../../../shared/engine/compare/differences.ts';

/** Compares in this process: they are our own files, never a rule's SQL. */
export const dataComparer = (): DataComparer => ({
  compare: compareData,
  page: pageOfDifferences,
  writeTable: writeDifferences,
});
