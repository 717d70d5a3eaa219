import type { CompletedSnapshot, Snapshot } from '../../domain/snapshot/state.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';

/** Two snapshots of one participant that can be laid beside each other. */
export interface Compared {
  readonly snapshot: CompletedSnapshot;
  readonly against: CompletedSnapshot;
}

type NotComparable =
  | { readonly code: 'REFERENCE_UNKNOWN'; readonly pointer: string }
  | { readonly code: 'NO_SNAPSHOT' };

const isTaken = (snapshot: Snapshot): snapshot is CompletedSnapshot => snapshot.status === 'COMPLETED';

const isOfTheSame = (snapshot: Snapshot, against: Snapshot | undefined): against is Snapshot =>
  against?.organizationId === snapshot.organizationId;

const bothTaken = (snapshot: Snapshot, against: Snapshot): Compared | null =>
  isTaken(snapshot) && isTaken(against) ? { snapshot, against } : null;

/** What is of another participant, or of nobody, cannot be compared with; nor what was never taken. */
export const comparedBy = (snapshot: Snapshot, against: Snapshot | undefined): Result<Compared, NotComparable> => {
  if (!isOfTheSame(snapshot, against)) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/against' });
  const compared = bothTaken(snapshot, against);
  return compared === null ? refuse({ code: 'NO_SNAPSHOT' }) : ok(compared);
};
