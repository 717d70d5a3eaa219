import * as z from 'zod';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import type { ObjectStore } from '../ports/world.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { entriesOf } from './entries-of.ts';
import { type ChainHead, headsOf, nextSeal, rootOf, type Seal } from './seal.ts';

// An entry bears the time its request began, and may be written a little later: nobody works longer than this.
const marginMillis = 15 * 60_000;

/** Where a seal lies in the locked bucket, with the heads under it. */
export const sealKey = ({ certificationEventId, sequence, hash }: Seal): string =>
  `seals/${certificationEventId}/${String(sequence).padStart(6, '0')}-${hash}.json`;

const sealed = z.object({ heads: z.array(z.object({ chain: z.string(), sequence: z.int(), hash: z.string() })) });

/** The heads under a seal, as they lie in the locked bucket. Throws where they are not what was sealed. */
const headsUnder = async (objects: ObjectStore, seal: Seal): Promise<readonly ChainHead[]> => {
  const { heads } = sealed.parse(JSON.parse(await objects.readText('data', sealKey(seal))));
  if (rootOf(heads) !== seal.root) throw new Error(`the heads under ${sealKey(seal)} are not those that were sealed`);
  return heads;
};

/** The heads of today: those of the last seal, and what was written since. */
const presentHeads = async (
  { store, objects }: PortsWithObjects,
  id: CertificationEventId,
  last: Seal | undefined,
): Promise<readonly ChainHead[]> => {
  if (last === undefined) return headsOf(await entriesOf(store, id));
  const since = instantFromMillis(millisOf(last.at) - marginMillis);
  return headsOf([...(await headsUnder(objects, last)), ...(await entriesOf(store, id, since))]);
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
  const last = await ports.store.lastSealOf(id);
  const heads = await presentHeads(ports, id, last);
  const seal = nextSeal(last, heads, { certificationEventId: id, at: ports.clock.now(), reason });
  if (seal === null) return null;
  await ports.objects.putText('data', sealKey(seal), canonicalJson({ ...seal, heads }), 'application/json');
  return (await ports.journal.appendSeal(seal)) ? seal : null;
};
