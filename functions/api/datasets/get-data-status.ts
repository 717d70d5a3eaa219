import { districtDataFor } from '../../../shared/application/datasets/for-caller.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { dataStatusView } from '../../../shared/application/views/dataset-view.ts';
import { getDataStatus } from '../../../shared/contracts/operations/datasets.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getDataStatusDoor = ({ store }: Ports) =>
  door(getDataStatus, async ({ params, caller }) => {
    const data = await districtDataFor(store, caller, 'getDataStatus', params.orgId);
    if (!data.ok) return data;
    const { read, state } = data.value;
    return ok({ body: dataStatusView(state, caller.now), version: read?.version ?? 0 });
  });
