import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { datasetView } from '../../../shared/application/views/dataset-view.ts';
import { getDataset } from '../../../shared/contracts/operations/datasets.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { datasetDocument } from './dataset-document.ts';

export const getDatasetDoor = ({ store }: Ports) =>
  door(getDataset, async ({ params, query, caller }) => {
    const refused = denied(caller, 'getDataset', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const read = await store.load('dataset', params.name);
    const wanted = query.version;
    const isPast = wanted !== undefined && wanted !== read?.state.version;
    const shown = isPast ? await store.declaration(params.name, wanted) : read?.state;
    if (!read || !shown) return refuse({ code: 'NOT_FOUND' });
    const document = query.format === 'json' ? undefined : datasetDocument(shown, query.format);
    return ok({ body: datasetView(shown), version: read.version, document });
  });
