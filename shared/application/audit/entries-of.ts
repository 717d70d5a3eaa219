import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Store } from '../ports/store.ts';
import type { AuditEntry } from './entry.ts';

const pageSize = 1_000;

/** The audit entries of a certification event, oldest first, page after page; with `since` only those written from then on. */
export const entriesOf = async (
  store: Pick<Store, 'auditOf'>,
  id: CertificationEventId,
  since?: Instant,
): Promise<readonly AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  let from: string | undefined;
  do {
    const page = await store.auditOf(id, { limit: pageSize, from }, since);
    entries.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return entries;
};
