import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { datasetView } from '../../../shared/application/views/dataset-view.ts';
import { getDataset } from '../../../shared/contracts/operations/datasets.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getDatasetDoor = ({ store }: Ports) =>
  door(getDataset, async ({ params, caller }) => {
    const refused = denied(caller, 'getDataset', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const read = await store.load('dataset', params.name);
    return read ? ok({ body: datasetView(read.state), version: read.version }) : refuse({ code: 'NOT_FOUND' });
  });
