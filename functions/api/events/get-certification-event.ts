import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { certificationEventView, type ViewSource } from '../../../shared/application/views/certification-event-view.ts';
import { getCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getCertificationEventDoor = (source: ViewSource) =>
  door(getCertificationEvent, async ({ params, caller }) => {
    const read = await certificationEventFor(source.store, caller, 'getCertificationEvent', params.id);
    if (!read.ok) return read;
    const { state, version } = read.value;
    return ok({ body: await certificationEventView(source, caller, state), version });
  });
