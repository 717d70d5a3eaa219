import type { CertificationEventId, OrganizationId } from '../../../kernel/ids.ts';
import { auditEntryOf } from '../../audit/entry-of.ts';
import type { EntityName, Versioned } from '../../entities.ts';
import type { Commit, Transition } from '../../ports/unit-of-work.ts';
import type { SnapshotPorts } from './ports.ts';

/**
 * The same for every participant of a chunk. Who changes the certification event meanwhile changes the fence, so the commit
 * fails and the task is tried again; the agency's settings may be as old as the chunk, which takes seconds.
 */
const shared: ReadonlySet<EntityName> = new Set(['agency', 'certificationEvent']);

const nameOf = (entity: EntityName, key: unknown): string => `${entity} ${JSON.stringify(key)}`;

/** What a commit has just written, as the table would give it. */
const written = (transition: Transition, commit: Commit): Versioned<unknown> => {
  const { sequence, hash } = auditEntryOf(transition, commit);
  return { state: transition.after, version: sequence, auditHash: hash };
};

/**
 * The ports as one chunk uses them: what all participants share is read once, the participants themselves in one batch, and
 * what the chunk has just written is known. Each of those is given out once: whoever asks again, after a conflict, reads
 * the table. What was given and is no longer so makes the commit stale, as after any other read.
 */
export const portsOfChunk = async (
  ports: SnapshotPorts,
  certificationEventId: CertificationEventId,
  organizationIds: readonly OrganizationId[],
): Promise<SnapshotPorts> => {
  const { store, unitOfWork } = ports;
  const held = new Map<string, Promise<unknown>>();
  const keys = organizationIds.map((organizationId) => ({ certificationEventId, organizationId }));
  for (const read of await store.loadMany('participant', keys)) {
    const { organizationId } = read.state;
    held.set(nameOf('participant', { certificationEventId, organizationId }), Promise.resolve(read));
  }
  const kept = <Value>(name: string, isKept: boolean, read: () => Promise<Value>): Promise<Value> => {
    const answer = held.get(name) ?? read();
    if (isKept) held.set(name, answer);
    else held.delete(name);
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- held under the name of its own entity and key
    return answer as Promise<Value>;
  };
  return {
    ...ports,
    store: {
      ...store,
      load: (entity, key) => kept(nameOf(entity, key), shared.has(entity), () => store.load(entity, key)),
      bodyWithoutParticipants: (id, bodyId) =>
        kept(`body ${id} ${bodyId}`, true, () => store.bodyWithoutParticipants(id, bodyId)),
    },
    unitOfWork: {
      ...unitOfWork,
      commit: async (commit) => {
        const outcome = await unitOfWork.commit(commit);
        if (outcome.kind === 'COMMITTED')
          for (const transition of commit.transitions)
            held.set(nameOf(transition.entity, transition.key), Promise.resolve(written(transition, commit)));
        return outcome;
      },
    },
  };
};
