import { publishPreview } from '../../../shared/application/certification-events/publish-preview.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { previewPublish } from '../../../shared/contracts/operations/events.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const previewPublishDoor = ({ store }: Ports) =>
  door(previewPublish, async ({ params, caller }) => {
    const read = await certificationEventFor(store, caller, 'previewPublish', params.id);
    return read.ok ? ok({ body: await publishPreview(store, caller, read.value.state) }) : read;
  });
