import type { CertificationEventId, OrganizationId } from '../../../kernel/ids.ts';
import type { EntityName } from '../../entities.ts';
import type { Store } from '../../ports/store.ts';

/**
 * The same for every participant of a chunk. Who changes the certification event meanwhile changes the fence, so the commit
 * fails and the task is tried again; the agency's settings may be as old as the chunk, which takes seconds.
 */
const shared: ReadonlySet<EntityName> = new Set(['agency', 'certificationEvent']);

const nameOf = (entity: EntityName, key: unknown): string => `${entity} ${JSON.stringify(key)}`;

/**
 * The store as one chunk reads it: what all participants share is read once, and the participants themselves in one
 * batch. Each of those is given out once: whoever asks again, after a write or a conflict, reads the table.
 */
export const readsOfChunk = async (
  store: Store,
  certificationEventId: CertificationEventId,
  organizationIds: readonly OrganizationId[],
): Promise<Store> => {
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
    ...store,
    load: (entity, key) => kept(nameOf(entity, key), shared.has(entity), () => store.load(entity, key)),
    bodyWithoutParticipants: (id, bodyId) =>
      kept(`body ${id} ${bodyId}`, true, () => store.bodyWithoutParticipants(id, bodyId)),
  };
};
