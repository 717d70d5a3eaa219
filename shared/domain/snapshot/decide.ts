import type { Instant } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import type { QueueSnapshot, SnapshotCommand, SnapshotData } from './commands.ts';
import type { SnapshotHappening, SnapshotRequested, SnapshotTakenAtOnce } from './happenings.ts';
import type { CompletedSnapshot, QueuedSnapshot, Snapshot } from './state.ts';

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

const warningsOf = ({
  pinned,
  copiesDiffer,
}: Pick<SnapshotData, 'pinned' | 'copiesDiffer'>): CompletedSnapshot['warnings'] => [
  ...(pinned.length === 0 ? (['NO_DATA'] as const) : []),
  ...(copiesDiffer ? (['COPIES_DIFFER'] as const) : []),
];

const deciders: ByType<SnapshotCommand, Snapshot, SnapshotContext, SnapshotDecision> = {
  completeSnapshot: (snapshot, { pinned, contentHash, manifest, copiesDiffer, current }, { now }) =>
    whileQueued(snapshot, {
      type: 'SnapshotCompleted',
      at: now,
      state: current ? 'CURRENT' : 'SUPERSEDED',
      pinned,
      contentHash,
      manifest,
      warnings: warningsOf({ pinned, copiesDiffer }),
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

/** What a schedule asks for is taken by the same decision, when its data have been read: then it is the current one. */
export const takenAtOnce = (
  asked: QueuedSnapshot,
  { copiesDiffer, ...data }: SnapshotData,
  { now }: SnapshotContext,
): SnapshotTakenAtOnce => {
  const warnings = warningsOf({ pinned: data.pinned, copiesDiffer });
  return {
    type: 'SnapshotTakenAtOnce',
    snapshot: { ...asked, status: 'COMPLETED', state: 'CURRENT', takenAt: now, ...data, warnings },
  };
};
