import { datamartViews } from '../../../shared/application/datamart/views.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { getDatamart } from '../../../shared/contracts/operations/participants.ts';
import { dataStay } from '../../../shared/domain/certification-event/lifecycle.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getDatamartDoor = ({ store }: Ports) =>
  door(getDatamart, async ({ params, caller }) => {
    const read = await certificationEventFor(store, caller, 'getDatamart', params.id);
    if (!read.ok) return read;
    const gone = dataStay(read.value.state);
    return gone === null ? ok({ body: await datamartViews(store, params.id) }) : refuse(gone);
  });
