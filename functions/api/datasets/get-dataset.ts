import type { Ports } from '../../../shared/application/ports/ports.ts';
import { datasetFor } from '../../../shared/application/queries/datasets.ts';
import { datasetView } from '../../../shared/application/views/dataset-view.ts';
import { getDataset } from '../../../shared/contracts/operations/datasets.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { datasetDocument } from './dataset-document.ts';

export const getDatasetDoor = ({ store }: Ports) =>
  door(getDataset, async ({ params, query, caller }) => {
    const read = await datasetFor(store, caller, params.name, query.version);
    if (!read.ok) return read;
    const { declaration, version } = read.value;
    const document = query.format === 'json' ? undefined : datasetDocument(declaration, query.format);
    return ok({ body: datasetView(declaration), version, document });
  });
