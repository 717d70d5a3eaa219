import type { Ports } from '../../../shared/application/ports/ports.ts';
import { auditPage } from '../../../shared/application/queries/audit.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { auditView } from '../../../shared/application/views/audit-view.ts';
import { listAuditEntries } from '../../../shared/contracts/operations/participants.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';

export const listAuditEntriesDoor = ({ store }: Ports) =>
  door(listAuditEntries, async (request) => {
    const { id } = request.params;
    const read = await certificationEventFor(store, request.caller, 'listAuditEntries', id);
    if (!read.ok) return read;
    const asked = { filter: request.query, zone: request.caller.agency.timeZone };
    const page = await listedByStore(store, listAuditEntries, request, (wish) => auditPage(store, id, asked, wish));
    return page.ok ? ok({ body: { ...page.value, items: page.value.items.map(auditView) } }) : page;
  });
