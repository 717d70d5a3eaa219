import type { Store } from '../../../application/ports/store.ts';
import { auditEntryIn } from '../audit-entries.ts';
import { partitions } from '../keys.ts';
import { queryAll, queryPage } from '../read-items.ts';
import type { Table } from '../table.ts';

export const auditReads = (table: Table): Pick<Store, 'auditOf' | 'historyOf'> => ({
  async auditOf(certificationEventId, request) {
    const { items, next } = await queryPage(table, partitions.audit(certificationEventId), request);
    return { items: items.map(auditEntryIn), next };
  },

  async historyOf(key) {
    const items = await queryAll(table, partitions.history(key));
    return items.map(auditEntryIn);
  },
});
