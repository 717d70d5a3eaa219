import type { CompletedRun, ValidationRun } from '../../domain/validation-run/state.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';

/** Of the runs seen so far: two seconds from start to end, and one more for each million rows. */
const modelledSeconds = ({ size }: Pick<ValidationRun, 'size'>): number => 2 + size / 1_000_000;

/** So many the queue works on at a time, at the least. */
export const workers = 10;

const tookSeconds = ({ startedAt, finishedAt }: CompletedRun): number =>
  (millisOf(finishedAt) - millisOf(startedAt)) / 1_000;

const middle = (values: readonly number[]): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** How long a run will take: as its participant's own runs took for as many rows; without any, as runs do. */
const expectedSeconds = (run: ValidationRun, history: readonly ValidationRun[]): number => {
  const slowness = history
    .filter(({ organizationId }) => organizationId === run.organizationId)
    .flatMap((past) => (past.status === 'COMPLETED' ? [tookSeconds(past) / modelledSeconds(past)] : []));
  return modelledSeconds(run) * (middle(slowness) ?? 1);
};

export interface WaitingTime {
  /** 1 is next; null once it has begun. */
  readonly queuePosition: number | null;
  /** Until it has ended; null where it has. */
  readonly etaSeconds: number | null;
}

/** When a run will have ended, by what waits before it and by how long runs have taken. */
export const waitingTime = (
  run: ValidationRun,
  now: Instant,
  { waiting, history }: { readonly waiting: readonly ValidationRun[]; readonly history: readonly ValidationRun[] },
): WaitingTime => {
  const expected = expectedSeconds(run, history);
  if (run.status === 'RUNNING') {
    const left = expected - (millisOf(now) - millisOf(run.startedAt)) / 1_000;
    return { queuePosition: null, etaSeconds: Math.max(1, Math.ceil(left)) };
  }
  if (run.status !== 'QUEUED') return { queuePosition: null, etaSeconds: null };
  const place = waiting.findIndex(({ id }) => id === run.id);
  const ahead = place < 0 ? waiting : waiting.slice(0, place);
  const before = ahead.reduce((sum, other) => sum + modelledSeconds(other), 0) / workers;
  return { queuePosition: ahead.length + 1, etaSeconds: Math.ceil(before + expected) };
};
