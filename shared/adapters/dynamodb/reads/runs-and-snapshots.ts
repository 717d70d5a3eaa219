import * as z from 'zod';
import type { Store } from '../../../application/ports/store.ts';
import { instant } from '../entities/primitives.ts';
import { batchGet } from '../drain-batch.ts';
import { keys, partitions } from '../keys.ts';
import { parseItem } from '../parse-item.ts';
import type { Table } from '../table.ts';
import { listOf, pageOf } from './lists.ts';

const view = z.object({ at: instant });

export const runAndSnapshotReads = (
  table: Table,
): Pick<Store, 'queuedRuns' | 'runsOf' | 'snapshotsOf' | 'snapshotsOfCertificationEvent' | 'viewedBy'> => ({
  queuedRuns: () => listOf(table, 'run', partitions.queuedRuns()),

  runsOf: (key) => listOf(table, 'run', partitions.runs(key)),

  snapshotsOf: (key) => listOf(table, 'snapshot', partitions.snapshots(key)),

  snapshotsOfCertificationEvent: (id, request) =>
    pageOf(table, 'snapshot', partitions.snapshotsOfCertificationEvent(id), request),

  async viewedBy(runIds, userId) {
    const items = await batchGet(
      table,
      runIds.map((runId) => keys.viewed(runId, userId)),
    );
    const seen = new Map(items.map((item) => [String(item['pk']), parseItem(view, item).at]));
    return new Map(
      runIds.flatMap((runId) => {
        const at = seen.get(keys.viewed(runId, userId).pk);
        return at === undefined ? [] : [[runId, at] as const];
      }),
    );
  },
});
