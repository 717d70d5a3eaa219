import { createUpload as create } from '../../../shared/application/datasets/create-upload.ts';
import { whereToPut } from '../../../shared/application/datasets/where-to-put.ts';
import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { uploadView } from '../../../shared/application/views/dataset-view.ts';
import { createUpload } from '../../../shared/contracts/operations/datasets.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const createUploadDoor = (ports: PortsWithObjects) =>
  door(createUpload, async ({ body, caller, repeat }) => {
    const created = await create(ports, { sent: body, caller, repeat });
    if (!created.ok) return created;
    const upload = created.value;
    const links = await whereToPut(ports.objects, upload);
    return ok({ body: { ...uploadView(upload), ...links }, version: 1, location: `/v1/uploads/${upload.id}` });
  });
