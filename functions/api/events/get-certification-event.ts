import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { certificationEventView } from '../../../shared/application/views/certification-event-view.ts';
import { getCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getCertificationEventDoor = ({ store }: Ports) =>
  door(getCertificationEvent, async ({ params, caller }) => {
    const read = await certificationEventFor(store, caller, 'getCertificationEvent', params.id);
    if (!read.ok) return read;
    const { state, version } = read.value;
    return ok({ body: await certificationEventView(store, caller, state), version });
  });
