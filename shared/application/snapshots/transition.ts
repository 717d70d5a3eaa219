import type { SnapshotCommand } from '../../domain/snapshot/commands.ts';
import { decideSnapshot } from '../../domain/snapshot/decide.ts';
import { evolveSnapshot } from '../../domain/snapshot/evolve.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { SnapshotId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { type Effects, effects, noEffects } from '../effects.ts';
import type { Versioned } from '../entities.ts';
import { evolveAll } from '../evolve-all.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';

/** One step of a snapshot's record as it was read; none when it has no effect (it ended already, or never was). */
export const snapshotStepOf = (
  caller: Caller,
  before: Versioned<Snapshot> | undefined,
  command: SnapshotCommand,
): readonly Transition[] => {
  if (before === undefined) return [];
  const decided = decideSnapshot(before.state, command, caller);
  if (!decided.ok || decided.value.length === 0) return [];
  const after = evolveAll(evolveSnapshot, before.state, decided.value);
  return [{ entity: 'snapshot', key: before.state.id, before, after, command: command.type }];
};

/** The same, read here. */
export const snapshotTransition = async (
  store: Store,
  caller: Caller,
  id: SnapshotId,
  command: SnapshotCommand,
): Promise<readonly Transition[]> => snapshotStepOf(caller, await store.load('snapshot', id), command);

/** The same as an effect of something else; none where there is no snapshot to speak of. */
export const snapshotStep = async (
  store: Store,
  caller: Caller,
  id: SnapshotId | null,
  type: 'lockSnapshot' | 'unlockSnapshot' | 'archiveSnapshot' | 'supersedeSnapshot',
): Promise<Effects> =>
  id === null ? noEffects : effects({ transitions: await snapshotTransition(store, caller, id, { type }) });
