import { publishingOf } from '../../domain/certification-event/decide-publication.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { sealChains } from '../audit/seal-chains.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';

/** The hourly round: everything that is being published, is published, or was closed without a last seal. */
export const sealAll = async (
  ports: PortsWithObjects,
): Promise<{ readonly sealed: number; readonly failed: number }> => {
  let [sealed, failed] = [0, 0];
  for (const { state } of await ports.store.certificationEvents()) {
    const isLive = state.status === 'PUBLISHED' || publishingOf(state) !== null;
    if (!isLive && state.status !== 'CLOSED') continue;
    if (state.status === 'CLOSED' && (await isSealedForGood(ports.store, state.id))) continue;
    try {
      if ((await sealChains(ports, state.id, state.status === 'CLOSED' ? 'CLOSED' : 'HOURLY')) !== null) sealed += 1;
    } catch {
      failed += 1;
    }
  }
  return { sealed, failed };
};

const isSealedForGood = async (store: Store, id: CertificationEventId): Promise<boolean> =>
  (await store.lastSealOf(id))?.reason === 'CLOSED';
