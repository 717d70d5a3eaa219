import { takeSnapshots as take } from '../../../shared/application/participants/take-snapshots.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { takeSnapshots } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const takeSnapshotsDoor = (ports: Ports) =>
  door(takeSnapshots, async ({ params, body, caller, repeat }) =>
    rendered(await take(ports, { id: params.id, sent: body, caller, repeat }), () => ({
      location: `/v1/certification-events/${params.id}/snapshots`,
    })),
  );
