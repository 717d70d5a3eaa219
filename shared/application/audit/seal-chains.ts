import type { CertificationEventId } from '../../kernel/ids.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import type { AuditEntry } from './entry.ts';
import { headsOf, nextSeal, type Seal } from './seal.ts';

const pageSize = 1_000;

const allEntries = async (store: Store, id: CertificationEventId): Promise<readonly AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  let from: string | undefined;
  do {
    const page = await store.auditOf(id, { limit: pageSize, from });
    entries.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return entries;
};

/**
 * Seals one certification event: the heads go to the locked bucket first, then the seal to the ledger. Two who seal at
 * once make one seal. Null when nothing has happened since the last one.
 */
export const sealChains = async (
  ports: PortsWithObjects,
  id: CertificationEventId,
  reason: Seal['reason'],
): Promise<Seal | null> => {
  const seals = await ports.store.sealsOf(id);
  const heads = headsOf(await allEntries(ports.store, id));
  const seal = nextSeal(seals.at(-1), heads, { certificationEventId: id, at: ports.clock.now(), reason });
  if (seal === null) return null;
  const key = `seals/${id}/${String(seal.sequence).padStart(6, '0')}-${seal.hash}.json`;
  await ports.objects.putText('data', key, canonicalJson({ ...seal, heads }), 'application/json');
  return (await ports.journal.appendSeal(seal)) ? seal : null;
};
