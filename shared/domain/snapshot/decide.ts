import type { Instant } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import type { QueueSnapshot, SnapshotCommand } from './commands.ts';
import type { SnapshotHappening, SnapshotRequested } from './happenings.ts';
import type { CompletedSnapshot, Snapshot } from './state.ts';

interface SnapshotContext {
  readonly now: Instant;
}
type SnapshotDecision = Decision<SnapshotHappening>;

const whileQueued = (snapshot: Snapshot, happening: SnapshotHappening): SnapshotDecision =>
  ok(snapshot.status === 'QUEUED' ? [happening] : []);

const whileIn = (
  snapshot: Snapshot,
  states: readonly CompletedSnapshot['state'][],
  happening: SnapshotHappening,
): SnapshotDecision => ok(snapshot.status === 'COMPLETED' && states.includes(snapshot.state) ? [happening] : []);

const deciders: ByType<SnapshotCommand, Snapshot, SnapshotContext, SnapshotDecision> = {
  completeSnapshot: (snapshot, { pinned, contentHash, manifest, copiesDiffer, current }, { now }) =>
    whileQueued(snapshot, {
      type: 'SnapshotCompleted',
      at: now,
      state: current ? 'CURRENT' : 'SUPERSEDED',
      pinned,
      contentHash,
      manifest,
      warnings: [
        ...(pinned.length === 0 ? (['NO_DATA'] as const) : []),
        ...(copiesDiffer ? (['COPIES_DIFFER'] as const) : []),
      ],
    }),
  failSnapshot: (snapshot, { problem }, { now }) =>
    whileQueued(snapshot, { type: 'SnapshotAbandoned', at: now, problem }),
  supersedeSnapshot: (snapshot) => whileIn(snapshot, ['CURRENT'], { type: 'SnapshotSuperseded' }),
  lockSnapshot: (snapshot) => whileIn(snapshot, ['CURRENT'], { type: 'SnapshotLocked' }),
  unlockSnapshot: (snapshot) => whileIn(snapshot, ['LOCKED'], { type: 'SnapshotUnlocked' }),
  archiveSnapshot: (snapshot) => whileIn(snapshot, ['CURRENT', 'LOCKED'], { type: 'SnapshotArchived' }),
};

/** A snapshot's content never changes once it is completed; only what it stands for does. Repeated messages change nothing. */
export const decideSnapshot = (
  snapshot: Snapshot,
  command: SnapshotCommand,
  context: SnapshotContext,
): SnapshotDecision => dispatch(deciders, snapshot, command, context);

export const decideQueueSnapshot = (
  { snapshot }: QueueSnapshot,
  { now }: SnapshotContext,
): Decision<SnapshotRequested> =>
  ok([{ type: 'SnapshotRequested', snapshot: { ...snapshot, status: 'QUEUED', requestedAt: now } }]);
