import { describe, expect, it } from 'vitest';
import { aPinnedVersion, aQueuedSnapshot } from '../../../test/builders/snapshots.ts';
import { aStoredObject } from '../../../test/builders/runs.ts';
import { moment } from '../../../test/builders/time.ts';
import type { SnapshotCommand } from './commands.ts';
import { decideSnapshot, takenAtOnce } from './decide.ts';
import { evolveSnapshot } from './evolve.ts';
import type { Snapshot } from './state.ts';
import { standingOf } from './transitions.ts';

const context = { now: moment('2026-05-06') };
const complete = (current = true, pinned = [aPinnedVersion()], copiesDiffer = false) => ({
  type: 'completeSnapshot' as const,
  pinned,
  contentHash: 'snapshot-1',
  manifest: aStoredObject('manifest.json'),
  copiesDiffer,
  current,
});
const fail = { type: 'failSnapshot', problem: 'no space' } as const;
const supersede = { type: 'supersedeSnapshot' } as const;
const lock = { type: 'lockSnapshot' } as const;
const unlock = { type: 'unlockSnapshot' } as const;
const archive = { type: 'archiveSnapshot' } as const;

const after = (snapshot: Snapshot, ...commands: readonly SnapshotCommand[]): Snapshot =>
  commands.reduce((state, command) => {
    const decided = decideSnapshot(state, command, context);
    if (!decided.ok) throw new Error(decided.failure.code);
    return decided.value.reduce(evolveSnapshot, state);
  }, snapshot);

const queued = aQueuedSnapshot();
const current = after(queued, complete());

describe('A snapshot', () => {
  it('pins the versions of the state copy and counts as current', () => {
    expect(current).toMatchObject({
      status: 'COMPLETED',
      state: 'CURRENT',
      takenAt: context.now,
      contentHash: 'snapshot-1',
      warnings: [],
    });
  });

  it('of a district that has delivered nothing is completed with a warning', () => {
    expect(after(queued, complete(true, []))).toMatchObject({ status: 'COMPLETED', pinned: [], warnings: ['NO_DATA'] });
  });

  it("of a state copy that is not the district's keeps that as a warning", () => {
    expect(after(queued, complete(true, [aPinnedVersion()], true))).toMatchObject({ warnings: ['COPIES_DIFFER'] });
    expect(after(queued, complete(true, [], true))).toMatchObject({ warnings: ['NO_DATA', 'COPIES_DIFFER'] });
  });

  it('that comes too late is superseded at once', () => {
    expect(after(queued, complete(false))).toMatchObject({ status: 'COMPLETED', state: 'SUPERSEDED' });
  });

  it('that failed has ended, whatever is reported later', () => {
    const failed = after(queued, fail);
    expect(failed).toMatchObject({ status: 'FAILED', problem: 'no space', failedAt: context.now });
    expect(after(failed, complete(), lock, supersede, archive)).toEqual(failed);
  });

  it('that is completed cannot fail or be completed again', () => {
    expect(after(current, fail, complete(true, []))).toEqual(current);
  });

  it('is locked when certified, and free again when the submission is withdrawn', () => {
    const locked = after(current, lock);
    expect(standingOf(locked)).toBe('LOCKED');
    expect(after(locked, lock, supersede)).toEqual(locked);
    expect(after(locked, unlock)).toEqual(current);
  });

  it('becomes history when a new round begins, and stays so', () => {
    const history = after(current, lock, archive);
    expect(standingOf(history)).toBe('HISTORY');
    expect(after(history, unlock, lock, supersede, archive)).toEqual(history);
    expect(standingOf(after(current, archive))).toBe('HISTORY');
  });

  it('is superseded by a retake, not while it is locked or only queued', () => {
    expect(standingOf(after(current, supersede))).toBe('SUPERSEDED');
    expect(after(queued, supersede, lock, unlock, archive)).toEqual(queued);
  });

  it('that is asked for and taken in one decision is the same as one that waited', () => {
    const asked = aQueuedSnapshot();
    if (asked.status !== 'QUEUED') throw new Error('it was just queued');
    const { type: _type, current: _current, ...data } = complete(true, [], true);
    const happening = takenAtOnce(asked, data, context);
    expect(evolveSnapshot(asked, happening)).toEqual(after(asked, complete(true, [], true)));
  });

  it('records what cannot have happened as a fault', () => {
    expect(() => evolveSnapshot(queued, { type: 'SnapshotLocked' })).toThrow('not COMPLETED');
    const abandoned = { type: 'SnapshotAbandoned', at: context.now, problem: 'x' } as const;
    expect(() => evolveSnapshot(current, abandoned)).toThrow('not QUEUED');
  });
});
