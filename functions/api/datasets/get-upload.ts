import { mayPut, uploadFor } from '../../../shared/application/datasets/for-caller.ts';
import { whereToPut } from '../../../shared/application/datasets/where-to-put.ts';
import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { uploadView } from '../../../shared/application/views/dataset-view.ts';
import { getUpload } from '../../../shared/contracts/operations/datasets.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

const atWork: readonly string[] = ['RECEIVED', 'CHECKING'];

export const getUploadDoor = ({ store, objects }: PortsWithObjects) =>
  door(getUpload, async ({ params, caller }) => {
    const read = await uploadFor(store, caller, 'getUpload', params.id);
    if (!read.ok) return read;
    const { state, version } = read.value;
    const retryAfter = atWork.includes(state.status) ? 1 : undefined;
    const links = mayPut(caller, state) ? await whereToPut(objects, state) : {};
    return ok({ body: { ...uploadView(state), ...links }, version, retryAfter });
  });
