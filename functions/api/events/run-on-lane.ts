import type { Ports } from '../../../shared/application/ports/ports.ts';
import { runOnLane as queue } from '../../../shared/application/runs/run-on-lane.ts';
import { runOnLane } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const runOnLaneDoor = (ports: Ports) =>
  door(runOnLane, async ({ params, body, caller, repeat }) => {
    const key = { certificationEventId: params.id, organizationId: params.orgId };
    return rendered(await queue(ports, { key, sent: body, caller, repeat }), (run) => ({
      location: `/v1/runs/${run.id}`,
    }));
  });
