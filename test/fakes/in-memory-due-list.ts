import type { DueList, DueWork } from '../../shared/application/ports/due-list.ts';
import { givenUpAt } from '../../shared/application/snapshots/given-up-at.ts';
import { takenUpAgainAt } from '../../shared/domain/dataset/taken-up-again.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { InMemoryData } from './in-memory-data.ts';

interface Timed {
  readonly dueAt: Instant | null;
  readonly work: DueWork;
}

const everything = (data: InMemoryData): readonly Timed[] => [
  ...[...data.outbox.values()].map(({ row, dueAt }): Timed => ({ dueAt, work: { kind: 'OUTBOX', row } })),
  ...[...data.states.timer.values()].map(
    (timer): Timed => ({
      dueAt: timer.state.status === 'ARMED' ? timer.state.dueAt : null,
      work: { kind: 'TIMER', timer },
    }),
  ),
  ...[...data.leases.values()].map((lease): Timed => ({ dueAt: lease.endsAt, work: { kind: 'LEASE', lease } })),
  ...[...data.states.snapshot.values()].map(
    ({ state: { id, requestedAt, status } }): Timed => ({
      dueAt: status === 'QUEUED' ? givenUpAt(requestedAt) : null,
      work: { kind: 'SNAPSHOT', snapshotId: id },
    }),
  ),
  ...[...data.states.upload.values()].map(
    ({ state }): Timed => ({ dueAt: takenUpAgainAt(state), work: { kind: 'UPLOAD', uploadId: state.id } }),
  ),
  ...[...data.waits.values()].map(({ wait, dueAt }): Timed => ({ dueAt, work: { kind: 'WAIT', wait } })),
];

export const inMemoryDueList = (data: InMemoryData): DueList => ({
  async due(now) {
    const work = everything(data)
      .flatMap(({ dueAt, work }) => (dueAt !== null && dueAt <= now ? [{ dueAt, work }] : []))
      .toSorted((left, right) => (left.dueAt < right.dueAt ? -1 : 1))
      .map((timed) => structuredClone(timed.work));
    const givenUp = [...data.outbox.values()].flatMap(({ row }) =>
      row.status === 'DEAD' ? [structuredClone(row)] : [],
    );
    return { work, givenUp, damaged: [] };
  },
});
