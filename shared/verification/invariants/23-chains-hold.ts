import { flattened } from '../../application/audit/changes.ts';
import { type AuditEntry, chainStart, sealEntry } from '../../application/audit/entry.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { eventOf } from '../event-part.ts';
import { textAt } from '../fields.ts';
import { type Found, type Invariant, type Part, unless } from '../invariant.ts';

/** Hashes of the entries from which participants may be made: those that began a publication. */
const publishingHashes = (part: Part): ReadonlySet<string> => {
  const steps = eventOf(part)?.steps ?? [];
  return new Set(steps.filter(({ after }) => textAt(after, 'publishing', 'bodyId')).map(({ entry }) => entry.hash));
};

const isSealed = ({ hash, ...entry }: AuditEntry): boolean => sealEntry(entry).hash === hash;

const links = (chain: string, entries: readonly AuditEntry[], begins: (previousHash: string) => boolean): Found =>
  entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const isLinked = before === undefined ? begins(entry.previousHash) : entry.previousHash === before.hash;
    return [
      ...unless(isSealed(entry), chain, `entry ${entry.sequence} is not what its hash says`),
      ...unless(isLinked, chain, `entry ${entry.sequence} does not continue the one before it`),
    ];
  });

/** Only a seal outside the table proves anything against somebody who may write to it (ruling A). */
export const chainsHold: Invariant = {
  number: 23,
  slug: 'chains-hold',
  sentence: 'Audit entries are linked by hash, end where the state stands, and replay to exactly that state.',
  check(part) {
    const publishing = publishingHashes(part);
    return [...part.own.chains].flatMap(([chain, entries]) => {
      const isParticipant = chain.startsWith('participant/');
      const row = part.own.entities.get(chain);
      const replayed = part.own.history(chain).at(-1)?.after;
      return [
        ...links(chain, entries, (hash) => (isParticipant ? publishing.has(hash) : hash === chainStart)),
        ...unless(row?.auditHash === entries.at(-1)?.hash, chain, 'the state does not stand at the end of its chain'),
        ...unless(
          row === undefined || canonicalJson(flattened({ ...row.state })) === canonicalJson(replayed),
          chain,
          'its entries do not replay to its state',
        ),
      ];
    });
  },
};
