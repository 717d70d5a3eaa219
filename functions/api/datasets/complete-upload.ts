import { completeUpload as complete } from '../../../shared/application/datasets/complete-upload.ts';
import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { completeUpload } from '../../../shared/contracts/operations/datasets.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const completeUploadDoor = (ports: PortsWithObjects) =>
  door(completeUpload, async ({ params, caller, repeat }) =>
    rendered(await complete(ports, { id: params.id, caller, repeat }), ({ id }) => ({ location: `/v1/uploads/${id}` })),
  );
