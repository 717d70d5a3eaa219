import type { Timer } from '../../domain/timer/state.ts';
import type { CertificationEventId, OrganizationId } from '../../kernel/ids.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { Store } from '../ports/store.ts';

export interface SnapshotSchedule {
  readonly kind: 'FULL' | 'CLEANUP';
  readonly runAt: string;
  readonly status: 'SCHEDULED' | 'COMPLETED' | 'CANCELLED';
  /** Participants it has served; of one still to come nobody knows yet. */
  readonly included: readonly OrganizationId[];
  readonly skipped: readonly OrganizationId[];
}

const statuses: Readonly<Record<Timer['status'], SnapshotSchedule['status']>> = {
  ARMED: 'SCHEDULED',
  FIRED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
};

export const allSnapshots = async (
  store: Store,
  id: CertificationEventId,
  from?: string,
): Promise<readonly Snapshot[]> => {
  const page = await store.snapshotsOfCertificationEvent(id, { limit: 200, from });
  const states = page.items.map((read) => read.state);
  return page.next === undefined ? states : [...states, ...(await allSnapshots(store, id, page.next))];
};

/** The snapshots that come or came by the clock: whom each served, and who was skipped because he had one. */
export const snapshotSchedules = async (
  store: Store,
  id: CertificationEventId,
): Promise<readonly SnapshotSchedule[]> => {
  const timers = (await store.timersOf(id)).flatMap(({ state }) =>
    state.kind === 'FULL_SNAPSHOT' || state.kind === 'CLEANUP_SNAPSHOT' ? [state] : [],
  );
  if (timers.length === 0) return [];
  const hasFired = timers.some((timer) => timer.status === 'FIRED');
  const [snapshots, participants] = hasFired
    ? await Promise.all([allSnapshots(store, id), store.participants(id)])
    : [[], []];
  return timers.map(({ kind: timerKind, dueAt, status }) => {
    const kind = timerKind === 'FULL_SNAPSHOT' ? 'FULL' : 'CLEANUP';
    const served = new Set(snapshots.filter((one) => one.trigger === kind).map((one) => one.organizationId));
    const everybody = status === 'FIRED' ? participants.map((read) => read.state.organizationId) : [];
    return {
      kind,
      runAt: dueAt,
      status: statuses[status],
      included: everybody.filter((one) => served.has(one)),
      skipped: everybody.filter((one) => !served.has(one)),
    };
  });
};
