import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SnapshotTrigger } from '../snapshot/state.ts';
import { submittersOf } from './context.ts';
import type { FinishedWorkUndone, SnapshotQueued } from './happenings.ts';
import type { Participant } from './state.ts';

export interface SnapshotWish {
  readonly snapshotId: SnapshotId;
  readonly trigger: SnapshotTrigger;
  readonly requestedBy: UserId | null;
  readonly at: Instant;
  /** The day that the deadlines of those whose work is undone must reach. */
  readonly dueDate: CalendarDate | null;
}

/** The next snapshot in sequence. All certifiers must sign one and the same, so whoever has signed must sign again. */
export const queuedSnapshot = (
  participant: Participant,
  wish: SnapshotWish,
): readonly (SnapshotQueued | FinishedWorkUndone)[] => {
  const { dueDate, ...asked } = wish;
  const undone = submittersOf(participant).map((task) => task.userId);
  const queued: SnapshotQueued = {
    type: 'SnapshotQueued',
    ...asked,
    sequence: participant.snapshotSequence + 1,
    supersedes: participant.snapshot?.status === 'COMPLETED' ? participant.snapshot.snapshotId : null,
  };
  if (undone.length === 0) return [queued];
  return [queued, { type: 'FinishedWorkUndone', userIds: undone, by: wish.requestedBy, dueDate }];
};
