import { createOpen } from '../../test/story/certification-event.ts';
import { type Json, signIn } from '../../test/story/client.ts';
import { expectStatus, textAt } from '../../test/story/read.ts';
import { until } from '../../test/story/until.ts';

const patienceSeconds = 300;

const snapshotChoice = {
  NONE: { snapshotMethod: 'NONE', missingSnapshotAt: null },
  FULL: { snapshotMethod: 'ON_CERT_START' },
} as const;

/** Publishes for every district there is and answers the certification event as it stands then. */
export const publishStatewide = async (origin: string, snapshots: 'NONE' | 'FULL' = 'NONE'): Promise<Json> => {
  const admin = await signIn(origin, 'state-admin');
  const changes = { name: 'Statewide', participants: { all: true }, ...snapshotChoice[snapshots] };
  const path = `/v1/certification-events/${textAt(await createOpen(admin, changes), 'id')}`;
  expectStatus(await admin.post(`${path}/publish`, {}), 202);
  return until(
    'publishing for the whole state',
    async () => {
      const now = expectStatus(await admin.get(path), 200);
      return now['status'] === 'PUBLISHED' ? now : undefined;
    },
    patienceSeconds,
  );
};
