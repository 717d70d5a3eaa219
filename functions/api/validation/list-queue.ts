import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { queueFor } from '../../../shared/application/queries/queue.ts';
import { runsWithExtras } from '../../../shared/application/views/run-view.ts';
import { listQueue } from '../../../shared/contracts/operations/validation.ts';
import type { ValidationRun } from '../../../shared/domain/validation-run/state.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

/** As they are taken: people's runs before those of the state's own, each in the order of their coming. */
const byTurn: Ordering<ValidationRun> = {
  sortKey: ({ step, queuedAt }) => `${step === null ? 2 : 1} ${queuedAt}`,
  id: ({ id }) => id,
  descending: false,
};

export const listQueueDoor = ({ store }: Ports) =>
  door(listQueue, async (request) => {
    const { caller, query } = request;
    const refused = denied(caller, 'listQueue', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = await queueFor(store, caller, query);
    return listed(store, listQueue, request, {
      items,
      ordering: byTurn,
      view: { together: (runs) => runsWithExtras(store, caller, runs) },
    });
  });
