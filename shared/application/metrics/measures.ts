import { type Instant, millisOf } from '../../kernel/instant.ts';
import type { Due } from '../ports/due-list.ts';
import type { Measure } from '../ports/meter.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { stepOf } from './steps.ts';

const secondsBetween = (from: Instant, to: Instant): number => (millisOf(to) - millisOf(from)) / 1_000;

/** How long what this transition ends has taken. */
const timesOf = (transition: Transition): readonly Measure[] => {
  if (transition.entity === 'run') {
    const run = transition.after;
    if (run.status === 'RUNNING') return [{ metric: 'RunWait', value: secondsBetween(run.queuedAt, run.startedAt) }];
    if (run.status === 'COMPLETED')
      return [{ metric: 'RunDuration', value: secondsBetween(run.startedAt, run.finishedAt) }];
  }
  if (transition.entity === 'snapshot') {
    const { before, after } = transition;
    if (before?.state.status === 'QUEUED' && after.status === 'COMPLETED')
      return [{ metric: 'SnapshotDuration', value: secondsBetween(after.requestedAt, after.takenAt) }];
  }
  return [];
};

/** What there is to count of committed transitions. */
export const measuresOf = (transitions: readonly Transition[]): readonly Measure[] =>
  transitions.flatMap((transition) => {
    const step = stepOf(transition);
    return step === null ? [] : [{ metric: step, value: 1 }, ...timesOf(transition)];
  });

/** How long the oldest message that should have left has waited, one that was given up too; 0 when none waits. */
export const oldestUnsentSeconds = ({ work, givenUp }: Pick<Due, 'work' | 'givenUp'>, now: Instant): number => {
  const unsent = [...work.flatMap((one) => (one.kind === 'OUTBOX' ? [one.row] : [])), ...givenUp];
  return Math.max(0, ...unsent.map(({ committedAt }) => secondsBetween(committedAt, now)));
};
