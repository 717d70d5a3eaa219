import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import type { Seal } from '../../../shared/application/audit/seal.ts';
import { listAuditSeals } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { inOrder } from '../../../shared/runtime/http/ordering.ts';

export const listAuditSealsDoor = ({ store }: Ports) =>
  door(listAuditSeals, async (request) => {
    const { id } = request.params;
    const read = await certificationEventFor(store, request.caller, 'listAuditSeals', id);
    if (!read.ok) return read;
    return listed(store, listAuditSeals, request, {
      items: await store.sealsOf(id),
      ordering: inOrder<Seal>(({ sequence }) => sequence),
      view: (seal) => ({ id: `${id}.${seal.sequence}`, ...seal }),
    });
  });
