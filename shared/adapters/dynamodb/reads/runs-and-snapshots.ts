import * as z from 'zod';
import type { Versioned } from '../../../application/entities.ts';
import type { Store } from '../../../application/ports/store.ts';
import type { ValidationRun } from '../../../domain/validation-run/state.ts';
import { instant } from '../entities/primitives.ts';
import { fromItem } from '../entity-form.ts';
import { forms } from '../forms.ts';
import { partitions, runSizes } from '../keys.ts';
import { parseItem } from '../parse-item.ts';
import { queryAll, queryFirst } from '../read-items.ts';
import type { Table } from '../table.ts';
import { listOf, pageOf } from './lists.ts';

const view = z.object({ at: instant });

const queuedRuns = async (table: Table): Promise<readonly Versioned<ValidationRun>[]> => {
  const perSize = await Promise.all(runSizes.map((size) => queryAll(table, partitions.queuedRuns(size))));
  return perSize
    .flat()
    .toSorted((left, right) => (String(left['gsi2sk']) < String(right['gsi2sk']) ? -1 : 1))
    .map((item) => fromItem(forms.run, item));
};

export const runAndSnapshotReads = (
  table: Table,
): Pick<Store, 'queuedRuns' | 'runsOf' | 'snapshotsOf' | 'snapshotsOfCertificationEvent' | 'viewedBy'> => ({
  queuedRuns: () => queuedRuns(table),

  runsOf: (key) => listOf(table, 'run', partitions.runs(key)),

  snapshotsOf: (key) => listOf(table, 'snapshot', partitions.snapshots(key)),

  snapshotsOfCertificationEvent: (id, request) =>
    pageOf(table, 'snapshot', partitions.snapshotsOfCertificationEvent(id), request),

  async viewedBy(runId, userId) {
    const [first] = await queryFirst(table, partitions.views(runId, userId), 1, { consistent: true });
    return first && parseItem(view, first).at;
  },
});
