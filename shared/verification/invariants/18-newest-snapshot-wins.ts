import { chainOf } from '../../application/audit/chain.ts';
import { type Snapshot } from '../../domain/snapshot/state.ts';
import { snapshotMachine, standingOf } from '../../domain/snapshot/transitions.ts';
import { strayEdges } from '../edges.ts';
import { participantsOf, type JudgedParticipant } from '../event-part.ts';
import { type Fields, textAt } from '../fields.ts';
import { type Found, type Invariant, type Part, unless } from '../invariant.ts';

const standing = (state: Fields): string | undefined =>
  textAt(state, 'status') === 'COMPLETED' ? textAt(state, 'state') : textAt(state, 'status');

const stands = (snapshot: Snapshot): boolean => ['CURRENT', 'LOCKED'].includes(standingOf(snapshot));

const judge = ({ chain, state }: JudgedParticipant, snapshots: readonly Snapshot[]): Found => {
  const sequences = snapshots.map(({ sequence }) => sequence).toSorted((left, right) => left - right);
  const pointer = state.snapshot;
  const pointed = snapshots.find(({ id }) => id === pointer?.snapshotId);
  const rounds = Map.groupBy(snapshots.filter(stands), ({ round }) => round);
  return [
    ...unless(
      sequences.every((sequence, index) => sequence === index + 1) && sequences.length === state.snapshotSequence,
      chain,
      `it counts ${state.snapshotSequence} snapshots and has the numbers ${sequences.join(', ')}`,
    ),
    ...[...rounds]
      .filter(([, current]) => current.length > 1)
      .map(([round, current]) => `${chain}: round ${round} has ${current.length} current snapshots`),
    ...unless(
      pointer === null || pointer.sequence === state.snapshotSequence,
      chain,
      `it points at snapshot ${pointer?.sequence ?? 0} of ${state.snapshotSequence}`,
    ),
    ...unless(pointer === null || pointed !== undefined, chain, 'the snapshot it points at is missing'),
    ...unless(
      pointer?.status !== 'COMPLETED' ||
        (pointed?.status === 'COMPLETED' && pointed.contentHash === pointer.contentHash && stands(pointed)),
      chain,
      'the snapshot it points at is not the one it says',
    ),
  ];
};

export const newestSnapshotWins: Invariant = {
  number: 18,
  slug: 'newest-snapshot-wins',
  sentence: 'Snapshots are numbered without gaps, one stands for each round, and the newest is the one that counts.',
  check: (part: Part) => {
    const snapshots = part.own.of('snapshot').map(({ state }) => state);
    const byParticipant = Map.groupBy(snapshots, ({ organizationId }) => organizationId);
    return [
      ...participantsOf(part).flatMap((one) => judge(one, byParticipant.get(one.state.organizationId) ?? [])),
      ...snapshots.flatMap(({ id }) =>
        strayEdges(snapshotMachine, standing, part.own.history(chainOf('snapshot', id))),
      ),
    ];
  },
};
