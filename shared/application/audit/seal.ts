import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { chainStart } from './entry.ts';
import { merkleRoot } from './merkle.ts';

/** The newest entry of one chain. */
export interface ChainHead {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Over the newest entries of all chains of one certification event, linked to the seal before it. Whoever can write the
 * table can write a whole chain anew; what was sealed and locked away before shows it.
 */
export interface Seal {
  readonly certificationEventId: CertificationEventId;
  /** 1, 2, 3 ... within the certification event. */
  readonly sequence: number;
  readonly at: Instant;
  /** CLOSED: made after the closing, over everything. */
  readonly reason: 'HOURLY' | 'CLOSED';
  readonly root: string;
  readonly chains: number;
  readonly entries: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The heads in the order of their chains, and how many entries lead to them. */
export const headsOf = (entries: readonly ChainHead[]): readonly ChainHead[] => {
  const heads = new Map<string, ChainHead>();
  for (const { chain, sequence, hash } of entries)
    if (sequence > (heads.get(chain)?.sequence ?? 0)) heads.set(chain, { chain, sequence, hash });
  return [...heads.values()].toSorted((one, other) => (one.chain < other.chain ? -1 : 1));
};

export const rootOf = (heads: readonly ChainHead[]): string =>
  merkleRoot(heads.map(({ chain, sequence, hash }) => `${chain}\n${sequence}\n${hash}`));

const hashOfSeal = (seal: Omit<Seal, 'hash'>): string =>
  createHash('sha256')
    .update(`attest.seal.v1\n${canonicalJson(seal)}`)
    .digest('hex');

/** The next seal over these heads; null when nothing has happened since the last one. A closing always has its own. */
export const nextSeal = (
  last: Seal | undefined,
  heads: readonly ChainHead[],
  made: Pick<Seal, 'certificationEventId' | 'at' | 'reason'>,
): Seal | null => {
  const root = rootOf(heads);
  const isFinal = made.reason === 'CLOSED' && last?.reason !== 'CLOSED';
  if (heads.length === 0 || (root === last?.root && !isFinal)) return null;
  const seal = {
    ...made,
    sequence: (last?.sequence ?? 0) + 1,
    root,
    chains: heads.length,
    entries: heads.reduce((sum, { sequence }) => sum + sequence, 0),
    previousHash: last?.hash ?? chainStart,
  };
  return { ...seal, hash: hashOfSeal(seal) };
};
