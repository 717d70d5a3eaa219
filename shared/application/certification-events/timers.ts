import { snapshotTimes } from '../../domain/certification-event/timers.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { SnapshotTimerKind } from '../../domain/timer/state.ts';
import type { Caller } from '../caller.ts';
import { type Effects, effects, joined } from '../effects.ts';
import type { Store } from '../ports/store.ts';
import { timerChange } from '../timers/change.ts';

const noTimes = { FULL_SNAPSHOT: null, CLEANUP_SNAPSHOT: null };

const kinds: readonly SnapshotTimerKind[] = ['FULL_SNAPSHOT', 'CLEANUP_SNAPSHOT'];

/**
 * Arms, moves or cancels the timers of a certification event so that they fit what it has become. Its snapshots are part
 * of the same commit; its reminders, which may be many, are planned by the worker.
 */
export const timerPlan = async (store: Store, caller: Caller, after: CertificationEvent): Promise<Effects> => {
  const wanted =
    after.status === 'PUBLISHED' ? snapshotTimes(after.published.outline, caller.agency.timeZone) : noTimes;
  const existing = await store.timersOf(after.id);
  return joined([
    ...kinds.map((kind) =>
      timerChange(
        { kind, certificationEventId: after.id },
        existing.find((timer) => timer.state.kind === kind),
        wanted[kind],
      ),
    ),
    effects({ outbox: [{ type: 'PLAN_REMINDERS', certificationEventId: after.id, dueDate: null }] }),
  ]);
};
