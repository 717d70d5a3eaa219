import { uploadFor } from '../../../shared/application/datasets/for-caller.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { listUploadErrors } from '../../../shared/contracts/operations/datasets.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { inOrder } from '../../../shared/runtime/http/ordering.ts';

export const listUploadErrorsDoor = ({ store }: Ports) =>
  door(listUploadErrors, async (request) => {
    const read = await uploadFor(store, request.caller, 'listUploadErrors', request.params.id);
    if (!read.ok) return read;
    const items = read.value.state.problems.map((problem, place) => ({ problem, place }));
    return listed(store, listUploadErrors, request, {
      items,
      ordering: inOrder<(typeof items)[number]>(({ place }) => place),
      view: ({ problem }) => problem,
    });
  });
