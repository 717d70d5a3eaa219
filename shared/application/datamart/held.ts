import type { CompletedSnapshot, PinnedVersion, Snapshot } from '../../domain/snapshot/state.ts';

/** One dataset of one snapshot that holds now. */
export interface HeldVersion {
  readonly snapshot: CompletedSnapshot;
  readonly pinned: PinnedVersion;
}

const holdsNow = ({ state }: CompletedSnapshot): boolean => state === 'CURRENT' || state === 'LOCKED';

/** What is queried of a certification event: what its snapshots pin that hold now, by dataset in the order of the names. */
export const heldNow = (snapshots: readonly Snapshot[]): ReadonlyMap<string, readonly HeldVersion[]> => {
  const held = snapshots.flatMap((snapshot) =>
    snapshot.status === 'COMPLETED' && holdsNow(snapshot)
      ? snapshot.pinned.map((pinned): HeldVersion => ({ snapshot, pinned }))
      : [],
  );
  return new Map(
    [...Map.groupBy(held, ({ pinned }) => pinned.dataset)].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
};
