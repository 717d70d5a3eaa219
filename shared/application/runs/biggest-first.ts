import type { Participant } from '../../domain/participant/state.ts';
import { completedSnapshotId } from '../../domain/participant/steps.ts';
import type { StateLane } from '../../domain/validation-run/state-run.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';
import { pinsOf, pinsOfLane } from './data-pins.ts';

type SizeOf = (participant: Participant) => number | undefined;

const inStateCopy = async (store: Store, participants: readonly Participant[]): Promise<SizeOf> => {
  const districts = [...new Set(participants.map(({ districtId }) => districtId))];
  const read = await store.loadMany('organizationData', districts);
  const sizes = new Map(read.map(({ state }) => [state.organizationId, pinsOfLane(state, 'STATE').size]));
  return ({ districtId }) => sizes.get(districtId);
};

const inSnapshots = async (store: Store, participants: readonly Participant[]): Promise<SizeOf> => {
  const ids = participants.flatMap((participant) => completedSnapshotId(participant) ?? []);
  const read = await store.loadMany('snapshot', ids);
  const sizes = new Map(
    read.flatMap(({ state }) => (state.status === 'COMPLETED' ? [[state.id, pinsOf(state.pinned).size] as const] : [])),
  );
  return (participant) => {
    const id = completedSnapshotId(participant);
    return id === null ? undefined : sizes.get(id);
  };
};

/**
 * Whose data take longest goes first, so that a whole state is not kept waiting by one big district at the end. By the rows
 * that are known of the lane; of whom nothing is known comes last.
 */
export const biggestFirst = async (
  store: Store,
  lane: StateLane,
  participants: readonly Participant[],
): Promise<readonly OrganizationId[]> => {
  const sizeOf = await (lane === 'STATE' ? inStateCopy : inSnapshots)(store, participants);
  const sized = participants.map((participant) => ({ participant, size: sizeOf(participant) ?? 0 }));
  return sized
    .toSorted(
      (one, other) =>
        other.size - one.size || (one.participant.organizationId < other.participant.organizationId ? -1 : 1),
    )
    .map(({ participant }) => participant.organizationId);
};
