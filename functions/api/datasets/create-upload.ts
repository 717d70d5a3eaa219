import { createUpload as create } from '../../../shared/application/datasets/create-upload.ts';
import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { uploadView } from '../../../shared/application/views/dataset-view.ts';
import { createUpload } from '../../../shared/contracts/operations/datasets.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

/** As long as a link may live; a client that needs longer announces the file again. */
const secondsOpen = 300;

export const createUploadDoor = (ports: PortsWithObjects) =>
  door(createUpload, async ({ body, caller, repeat }) => {
    // What cannot be read yet is refused before anything is promised.
    if (body.format !== 'NDJSON') return refuse({ code: 'INVALID_INPUT', pointer: '/format' });
    const created = await create(ports, { sent: body, caller, repeat });
    if (!created.ok) return created;
    const upload = created.value;
    const link = await ports.objects.presignPut('uploads', upload.key, secondsOpen);
    return ok({ body: { ...uploadView(upload), ...link }, version: 1, location: `/v1/uploads/${upload.id}` });
  });
