import { decideQueueSnapshot } from '../../shared/domain/snapshot/decide.ts';
import type { PinnedVersion, Snapshot } from '../../shared/domain/snapshot/state.ts';
import { certificationEventId, snapshotId, userId } from '../../shared/kernel/ids.ts';
import { bearCreek } from './people.ts';
import { aStoredObject } from './runs.ts';
import { moment } from './time.ts';

export const aPinnedVersion = (dataset = 'students'): PinnedVersion => ({
  dataset,
  version: 'v1',
  rows: 100,
  object: aStoredObject(`${dataset}.parquet`),
});

/** Bear Creek's first snapshot, queued by ana's start. */
export const aQueuedSnapshot = (): Snapshot => {
  const decided = decideQueueSnapshot(
    {
      type: 'queueSnapshot',
      snapshot: {
        id: snapshotId('snp-1'),
        certificationEventId: certificationEventId('evt_1'),
        organizationId: bearCreek,
        districtId: bearCreek,
        round: 1,
        sequence: 1,
        trigger: 'CERT_START',
        requestedBy: userId('ana'),
        supersedes: null,
      },
    },
    { now: moment('2026-05-05') },
  );
  const [happening] = decided.ok ? decided.value : [];
  if (happening === undefined) throw new Error('queueing a snapshot is never refused');
  return happening.snapshot;
};
