import type { Ports } from '../../../shared/application/ports/ports.ts';
import { matchingCertificationEvents } from '../../../shared/application/queries/certification-events.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { listCertificationEvents } from '../../../shared/contracts/operations/events.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { orderingOf } from '../../../shared/runtime/http/ordering.ts';

export const listCertificationEventsDoor = ({ store }: Ports) =>
  door(listCertificationEvents, async (request) => {
    const { caller, query } = request;
    const refused = denied(caller, 'listCertificationEvents', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = await matchingCertificationEvents(store, caller, query);
    const fields = {
      name: (item: (typeof items)[number]) => item.name,
      status: (item: (typeof items)[number]) => item.statusLabel,
      reportingYear: (item: (typeof items)[number]) => String(item.reportingYear),
    };
    const ordering = orderingOf(query.sort, fields, (item) => item.id);
    return listed(store, listCertificationEvents, request, { items, ordering, view: (item) => item });
  });
