import type { CertificationEventId, OrganizationId } from '../../../kernel/ids.ts';
import type { Participant } from '../../../domain/participant/state.ts';
import type { EntityName } from '../../entities.ts';
import type { SnapshotPorts } from './ports.ts';

/**
 * The same for every participant of a chunk. Who changes the certification event meanwhile changes the fence, so the commit
 * fails and the task is tried again; the agency's settings may be as old as the chunk, which takes seconds.
 */
const shared: ReadonlySet<EntityName> = new Set(['agency', 'certificationEvent']);

const nameOf = (entity: EntityName, key: unknown): string => `${entity} ${JSON.stringify(key)}`;

export interface Chunk {
  readonly ports: SnapshotPorts;
  readonly participants: readonly Participant[];
}

/** What a participant's decision reads beside itself: its district's lanes to take a snapshot, the snapshot to run on it. */
type Beside = 'lanes' | 'snapshots';

const readBeside = async (
  { store }: SnapshotPorts,
  participants: readonly Participant[],
  beside: Beside,
): Promise<readonly (readonly [name: string, read: unknown])[]> => {
  if (beside === 'snapshots') {
    const ids = participants.flatMap(({ snapshot }) => snapshot?.snapshotId ?? []);
    return (await store.loadMany('snapshot', ids)).map((one) => [nameOf('snapshot', one.state.id), one]);
  }
  const districtIds = [...new Set(participants.map(({ districtId }) => districtId))];
  const read = await store.loadMany('organizationData', districtIds);
  const lanes = new Map(read.map((one) => [one.state.organizationId, one]));
  return districtIds.map((id) => [nameOf('organizationData', id), lanes.get(id)]);
};

/**
 * The participants of a chunk, and the ports as the chunk uses them: what all share is read once, the participants and what
 * lies beside them each in one batch. Each of those is given out once: whoever asks again, after a conflict, reads the table.
 * What was given and is no longer so makes the commit stale, as after any other read.
 */
export const readChunk = async (
  ports: SnapshotPorts,
  certificationEventId: CertificationEventId,
  organizationIds: readonly OrganizationId[],
  beside: Beside,
): Promise<Chunk> => {
  const { store } = ports;
  const held = new Map<string, Promise<unknown>>();
  const keys = organizationIds.map((organizationId) => ({ certificationEventId, organizationId }));
  const read = await store.loadMany('participant', keys);
  const participants = read.map(({ state }) => state);
  for (const one of read) {
    const { organizationId } = one.state;
    held.set(nameOf('participant', { certificationEventId, organizationId }), Promise.resolve(one));
  }
  for (const [name, one] of await readBeside(ports, participants, beside)) held.set(name, Promise.resolve(one));
  const kept = <Value>(name: string, isKept: boolean, load: () => Promise<Value>): Promise<Value> => {
    const answer = held.get(name) ?? load();
    if (isKept) held.set(name, answer);
    else held.delete(name);
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- held under the name of its own entity and key
    return answer as Promise<Value>;
  };
  return {
    participants,
    ports: {
      ...ports,
      store: {
        ...store,
        load: (entity, key) => kept(nameOf(entity, key), shared.has(entity), () => store.load(entity, key)),
        bodyWithoutParticipants: (id, bodyId) =>
          kept(`body ${id} ${bodyId}`, true, () => store.bodyWithoutParticipants(id, bodyId)),
      },
    },
  };
};
