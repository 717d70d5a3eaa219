import { certificationEventOf, chainOf } from '../../shared/application/audit/chain.ts';
import { auditEntryOf } from '../../shared/application/audit/entry-of.ts';
import type { EntityName } from '../../shared/application/entities.ts';
import type {
  Commit,
  IdempotencyRecord,
  TransitionOf,
  UnitOfWork,
  VersionCheck,
} from '../../shared/application/ports/unit-of-work.ts';
import type { Clock, Ids } from '../../shared/application/ports/world.ts';
import { type Instant, millisOf } from '../../shared/kernel/instant.ts';
import { fencesHold, openFences } from './in-memory-fences.ts';
import { kept } from './kept.ts';
import { insertable, insertRow } from './in-memory-inserts.ts';
import { type InMemoryData, nameOf } from './in-memory-data.ts';
import { assertCommitFits } from './in-memory-limits.ts';
import { putOutboxRow } from './in-memory-outbox-rows.ts';

const hoursKept = 48;

const recordName = ({ principal, operation, key }: Pick<IdempotencyRecord, 'principal' | 'operation' | 'key'>) =>
  nameOf(principal, operation, key);

const liveRecord = (data: InMemoryData, name: string, now: Instant): IdempotencyRecord | undefined => {
  const stored = data.records.get(name);
  const isLive = stored && millisOf(stored.writtenAt) + hoursKept * 3_600_000 > millisOf(now);
  return isLive ? stored.record : undefined;
};

const isExpected = <Name extends EntityName>(data: InMemoryData, transition: TransitionOf<Name>): boolean =>
  data.states[transition.entity].get(chainOf(transition.entity, transition.key))?.version ===
  transition.before?.version;

const write = <Name extends EntityName>(
  data: InMemoryData,
  transition: TransitionOf<Name>,
  { hash, sequence }: { readonly hash: string; readonly sequence: number },
): void => {
  const state = kept(transition.after);
  const name = chainOf(transition.entity, transition.key);
  data.states[transition.entity].set(name, Object.freeze({ state, version: sequence, auditHash: hash }));
};

const isUnchanged = (data: InMemoryData, { entity, key, version }: VersionCheck): boolean =>
  (data.states[entity].get(chainOf(entity, key))?.version ?? null) === version;

const isWritten = ({ transitions }: Commit, check: VersionCheck): boolean =>
  transitions.some(({ entity, key }) => chainOf(entity, key) === chainOf(check.entity, check.key));

const holds = (data: InMemoryData, commit: Commit): boolean =>
  commit.transitions.every((transition) => isExpected(data, transition)) &&
  (commit.checks ?? []).every((check) => isWritten(commit, check) || isUnchanged(data, check)) &&
  fencesHold(data, commit) &&
  (commit.inserts ?? []).every((insert) => insertable(data, insert));

const apply = (data: InMemoryData, commit: Commit, ids: Ids): void => {
  for (const transition of commit.transitions) {
    const entry = auditEntryOf(transition, commit);
    write(data, transition, entry);
    data.audit.push({ certificationEventId: certificationEventOf(transition), entry: kept(entry) });
  }
  if (commit.fenceChange) openFences(data, commit.fenceChange);
  for (const insert of commit.inserts ?? []) insertRow(data, insert);
  for (const message of commit.outbox ?? []) putOutboxRow(data, ids.next('obx'), message, commit.now);
  if (commit.idempotency)
    data.records.set(recordName(commit.idempotency), {
      record: kept(commit.idempotency),
      writtenAt: commit.now,
    });
};

/** One decision written whole or not at all: it runs in one turn, so nobody sees half of it. */
export const inMemoryUnitOfWork = (
  data: InMemoryData,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): UnitOfWork => ({
  async commit(commit) {
    assertCommitFits(commit);
    const twin = commit.idempotency && liveRecord(data, recordName(commit.idempotency), commit.now);
    if (twin) return { kind: 'REPLAYED', record: twin };
    if (!holds(data, commit)) return { kind: 'STALE' };
    apply(data, commit, ids);
    return { kind: 'COMMITTED' };
  },

  async findIdempotencyRecord(principal, operation, key) {
    return liveRecord(data, recordName({ principal, operation, key }), clock.now());
  },
});
