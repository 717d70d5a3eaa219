import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { datasetView } from '../../../shared/application/views/dataset-view.ts';
import { listDatasets } from '../../../shared/contracts/operations/datasets.ts';
import type { DatasetDeclaration } from '../../../shared/engine/declaration.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

const byName: Ordering<DatasetDeclaration> = { sortKey: ({ name }) => name, id: ({ name }) => name, descending: false };

export const listDatasetsDoor = ({ store }: Ports) =>
  door(listDatasets, async (request) => {
    const refused = denied(request.caller, 'listDatasets', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = (await store.datasets()).map((read) => read.state);
    return listed(store, listDatasets, request, { items, ordering: byName, view: datasetView });
  });
