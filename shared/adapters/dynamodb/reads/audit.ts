import type { Store } from '../../../application/ports/store.ts';
import { auditEntryIn } from '../audit-entries.ts';
import { chainOf } from '../../../application/audit/chain.ts';
import { seal } from '../entities/seal.ts';
import { partitions } from '../keys.ts';
import { parseItem } from '../parse-item.ts';
import { queryAll, queryFirst, queryPage } from '../read-items.ts';
import type { Table } from '../table.ts';

export const auditReads = (
  table: Table,
): Pick<Store, 'auditOf' | 'chainOf' | 'historyOf' | 'lastSealOf' | 'sealsOf'> => ({
  async auditOf(certificationEventId, request, since) {
    const options = since === undefined ? {} : { since };
    const { items, next } = await queryPage(table, partitions.audit(certificationEventId), request, options);
    return { items: items.map(auditEntryIn), next };
  },

  async chainOf(entity, key) {
    const items = await queryAll(table, partitions.chain(chainOf(entity, key)));
    return items.map(auditEntryIn);
  },

  async sealsOf(certificationEventId) {
    const items = await queryAll(table, partitions.seals(certificationEventId), { consistent: true });
    return items.map((item) => parseItem(seal, item));
  },

  async lastSealOf(certificationEventId) {
    const newest = { consistent: true, newestFirst: true };
    const [item] = await queryFirst(table, partitions.seals(certificationEventId), 1, newest);
    return item && parseItem(seal, item);
  },

  async historyOf(key) {
    const items = await queryAll(table, partitions.history(key));
    return items.map(auditEntryIn);
  },
});
