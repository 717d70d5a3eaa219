import { uploadFor } from '../../../shared/application/datasets/for-caller.ts';
import { refusedRowsLink } from '../../../shared/application/datasets/refused-rows.ts';
import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { problemView } from '../../../shared/application/views/dataset-view.ts';
import { listUploadErrors } from '../../../shared/contracts/operations/datasets.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { inOrder } from '../../../shared/runtime/http/ordering.ts';

export const listUploadErrorsDoor = (ports: PortsWithObjects) =>
  door(listUploadErrors, async (request) => {
    const read = await uploadFor(ports.store, request.caller, 'listUploadErrors', request.params.id);
    if (!read.ok) return read;
    const items = read.value.state.problems.map((problem, place) => ({ problem, place }));
    const page = await listed(ports.store, listUploadErrors, request, {
      items,
      ordering: inOrder<(typeof items)[number]>(({ place }) => place),
      view: ({ problem }) => problemView(problem),
    });
    if (!page.ok) return page;
    const file = await refusedRowsLink(ports, request.caller, read.value.state);
    return ok({ body: { ...page.value.body, file } });
  });
