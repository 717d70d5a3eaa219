import { actOnData } from '../../../shared/application/datasets/act-on-data.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { syncData } from '../../../shared/contracts/operations/datasets.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const syncDataDoor = (ports: Ports) =>
  door(syncData, async ({ params, body, caller, repeat }) => {
    const command = { type: 'syncData', paused: body.paused } as const;
    return rendered(await actOnData(ports, { districtId: params.orgId, caller, repeat, command }));
  });
