import { runId, type SnapshotId } from '../../../kernel/ids.ts';
import type { QueuedSnapshot, Snapshot } from '../../../domain/snapshot/state.ts';
import type { StoredObject } from '../../../domain/validation-run/state.ts';
import type { Caller } from '../../caller.ts';
import type { Versioned } from '../../entities.ts';
import { actOnParticipant } from '../../participants/act.ts';
import { hasGroups } from '../../participants/linked-groups.ts';
import type { Scene } from '../../participants/scene.ts';
import type { Transition } from '../../ports/unit-of-work.ts';
import { pinsOf } from '../../runs/data-pins.ts';
import { snapshotStepOf } from '../../snapshots/transition.ts';
import { mustCommit } from '../must-commit.ts';
import type { DistrictFiles } from './district-files.ts';
import { failSnapshot } from './fail-snapshot.ts';
import { pinRow, readStateCopy, type StateCopy, writeManifest } from './pin.ts';
import type { SnapshotPorts } from './ports.ts';
import { tellOfSnapshot } from './tell.ts';

/** What was just read serves the first attempt; a later one reads again. */
const firstThen = <Value>(first: Value, later: () => Promise<Value>): (() => Promise<Value>) => {
  let unused = true;
  return async () => {
    const answer = unused ? first : await later();
    unused = false;
    return answer;
  };
};

const isQueued = (
  read: Versioned<unknown> & { readonly state: { readonly status: string } },
): read is Versioned<QueuedSnapshot> => read.state.status === 'QUEUED';

/**
 * Pins the state copy as it is now and completes the snapshot: its record, the participant and the run on it in one
 * transaction. A snapshot that ended already is left alone, so that the task may be repeated.
 */
export const finishSnapshot = async (
  ports: SnapshotPorts,
  caller: Caller,
  id: SnapshotId,
  files: DistrictFiles,
): Promise<void> => {
  const snapshot = await ports.store.load('snapshot', id);
  if (snapshot === undefined || !isQueued(snapshot)) return;
  const copy = await readStateCopy(ports, snapshot.state, files);
  const pinned = { ...copy, manifest: await writeManifest(ports, snapshot.state, copy) };
  const { certificationEventId, organizationId } = snapshot.state;
  const again = firstThen(snapshot, () => ports.store.load('snapshot', id));
  const outcome = await actOnParticipant(ports, 'recordSnapshotTaken', {
    key: { certificationEventId, organizationId },
    caller,
    repeat: null,
    details: { pins: pinsOf(pinned.versions) },
    // When the lanes move meanwhile the task is tried again, and pins what is there then.
    restsOn: pinned.district.unchanged,
    command: async (scene) => ({
      type: 'recordSnapshotTaken',
      snapshotId: id,
      takenAt: caller.now,
      contentHash: pinned.contentHash,
      runId: runId(ports.ids.next('run')),
      requestedBy: snapshot.state.requestedBy,
      hasGroups: await hasGroups(ports.store, scene),
    }),
    also: async (scene, happenings) => ({
      transitions: completion(scene, await again(), pinned, happenings.length > 0),
      inserts: pinRow(id, pinned),
      outbox: [...tellOfSnapshot(scene, snapshot.state)],
    }),
    answer: () => null,
  });
  if (!outcome.ok && outcome.failure.code !== 'CONFLICT')
    return failSnapshot(ports, caller, id, 'The certification event was closed before the snapshot was taken.');
  mustCommit(outcome);
};

// After closing, nothing that was not there may become part of what was certified.
const completion = (
  scene: Scene,
  snapshot: Versioned<Snapshot> | undefined,
  pinned: StateCopy & { readonly manifest: StoredObject },
  current: boolean,
): readonly Transition[] =>
  snapshotStepOf(
    scene.caller,
    snapshot,
    scene.certificationEvent.state.status === 'CLOSED'
      ? { type: 'failSnapshot', problem: 'The certification event was closed before the snapshot was taken.' }
      : {
          type: 'completeSnapshot',
          pinned: pinned.versions,
          contentHash: pinned.contentHash,
          manifest: pinned.manifest,
          copiesDiffer: pinned.copiesDiffer,
          current,
        },
  );
