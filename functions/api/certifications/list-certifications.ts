import type { Ports } from '../../../shared/application/ports/ports.ts';
import { worklist } from '../../../shared/application/queries/certifications.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import type { WorklistRow } from '../../../shared/application/views/worklist-row.ts';
import { listCertifications } from '../../../shared/contracts/operations/certifications.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { orderingOf } from '../../../shared/runtime/http/ordering.ts';

const fields = {
  eventName: (row: WorklistRow) => row.eventName,
  dueDate: (row: WorklistRow) => row.dueDate,
};

export const listCertificationsDoor = ({ store }: Ports) =>
  door(listCertifications, async (request) => {
    const { caller, query } = request;
    const refused = denied(caller, 'listCertifications', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = await worklist(store, caller, query);
    const ordering = orderingOf(query.sort, fields, (row) => row.id);
    return listed(store, listCertifications, request, { items, ordering, view: (row) => row });
  });
