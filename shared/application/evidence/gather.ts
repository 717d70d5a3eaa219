import { bodyIdOf, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { CertificationEvent, PinnedGroup } from '../../domain/certification-event/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { RuleVersion } from '../../domain/rule-library/state.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RuleId, RunId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { chainOf } from '../audit/chain.ts';
import { entriesOf } from '../audit/entries-of.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Seal } from '../audit/seal.ts';
import type { ParticipantKey, Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';

/** Everything the table says about one participant's certification. */
export interface Evidence {
  readonly certificationEvent: Versioned<CertificationEvent>;
  readonly participant: Versioned<Participant>;
  readonly snapshots: readonly Versioned<Snapshot>[];
  /** The participant's own runs. What the state ran for itself is no part of what was certified. */
  readonly runs: readonly Versioned<ValidationRun>[];
  readonly revisions: readonly { readonly revision: number; readonly groups: readonly PinnedGroup[] }[];
  readonly ruleVersions: readonly RuleVersion[];
  /** The whole chains of all of these, each in its order. */
  readonly audit: readonly AuditEntry[];
  /** When each certifier and reviewer first opened the report of a run. */
  readonly views: readonly { readonly userId: string; readonly runId: RunId; readonly at: Instant }[];
  readonly seal: Seal | undefined;
}

const present = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

const rulesOf = async (store: Store, event: CertificationEvent, runs: Evidence['runs']) => {
  const published = publishedOf(event);
  if (published === null) throw new Error(`${event.id} was never published: nothing was certified in it`);
  const wanted = [...new Set([published.revision, ...runs.map(({ state }) => state.revision)])].toSorted(
    (left, right) => left - right,
  );
  const revisions = await Promise.all(
    wanted.map(async (revision) => {
      const bodyId = bodyIdOf(published, revision);
      if (bodyId === null) throw new Error(`revision ${revision} is being published: ask again in a minute`);
      const { pinnedGroups } = await store.bodyWithoutParticipants(event.id, bodyId);
      return { revision, groups: pinnedGroups };
    }),
  );
  const pinned = revisions.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules));
  const byName = new Map(
    pinned.map(({ ruleId, ruleVersion }) => [`${ruleId} ${ruleVersion}`, { ruleId, ruleVersion }]),
  );
  return { revisions, ruleVersions: await store.ruleVersions([...byName.values()]) };
};

const viewsOf = async (store: Store, { state }: Versioned<Participant>, runs: Evidence['runs']) => {
  const ids = runs.map(({ state: run }) => run.id);
  const views = await Promise.all(
    state.tasks.map(async ({ userId }) =>
      [...(await store.viewedBy(ids, userId))].map(([runId, at]) => ({ userId, runId, at })),
    ),
  );
  return views.flat();
};

const inOrder = (entries: readonly AuditEntry[]): readonly AuditEntry[] =>
  entries.toSorted((one, other) =>
    one.chain === other.chain ? one.sequence - other.sequence : one.chain < other.chain ? -1 : 1,
  );

/** Reads one certification whole and changes nothing. The audit trail of its certification event is read to the end. */
export const gatherEvidence = async (store: Store, key: ParticipantKey): Promise<Evidence> => {
  const [certificationEvent, participant] = await Promise.all([
    store.load('certificationEvent', key.certificationEventId),
    store.load('participant', key),
  ]);
  const event = present(certificationEvent, `certification event ${key.certificationEventId}`);
  const own = present(participant, `participant ${key.organizationId} of ${key.certificationEventId}`);
  const [all, snapshots] = await Promise.all([store.runsOf(key), store.snapshotsOf(key)]);
  const runs = all.filter(({ state }) => state.step !== null);
  const [{ revisions, ruleVersions }, views, entries, seal] = await Promise.all([
    rulesOf(store, event.state, runs),
    viewsOf(store, own, runs),
    entriesOf(store, key.certificationEventId),
    store.lastSealOf(key.certificationEventId),
  ]);
  const chains = new Set([
    chainOf('certificationEvent', key.certificationEventId),
    chainOf('participant', key),
    ...runs.map(({ state }) => chainOf('run', state.id)),
    ...snapshots.map(({ state }) => chainOf('snapshot', state.id)),
  ]);
  const ruleIds = [...new Set<RuleId>(ruleVersions.map(({ id }) => id))];
  const ruleEntries = await Promise.all(ruleIds.map((id) => store.chainOf('rule', id)));
  const audit = inOrder([...entries.filter(({ chain }) => chains.has(chain)), ...ruleEntries.flat()]);
  return { certificationEvent: event, participant: own, snapshots, runs, revisions, ruleVersions, audit, views, seal };
};
