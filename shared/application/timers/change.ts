import { decideTimer, timerId } from '../../domain/timer/decide.ts';
import { evolveTimer } from '../../domain/timer/evolve.ts';
import type { TimerHappening } from '../../domain/timer/happenings.ts';
import type { TimedWork, Timer } from '../../domain/timer/state.ts';
import type { Instant } from '../../kernel/instant.ts';
import { type Effects, effects, noEffects } from '../effects.ts';
import type { Versioned } from '../entities.ts';

const evolved = (before: Timer | undefined, happenings: readonly TimerHappening[]): Timer | undefined =>
  happenings.reduce<Timer | undefined>(
    (timer, happening) => (happening.type === 'TimerArmed' ? happening.timer : timer && evolveTimer(timer, happening)),
    before,
  );

/** Arms, moves or (null) cancels the timer of this work, with its schedule; nothing where it is so already. */
export const timerChange = (work: TimedWork, before: Versioned<Timer> | undefined, dueAt: Instant | null): Effects => {
  const command = dueAt === null ? ({ type: 'cancelTimer' } as const) : ({ type: 'armTimer', work, dueAt } as const);
  const decided = decideTimer(before?.state ?? null, command);
  if (!decided.ok || decided.value.length === 0) return noEffects;
  const after = evolved(before?.state, decided.value);
  if (after === undefined) return noEffects;
  const id = timerId(work);
  const version = (before?.version ?? 0) + 1;
  return effects({
    transitions: [{ entity: 'timer', key: id, before: before ?? null, after, command: command.type }],
    outbox: [
      after.status === 'ARMED'
        ? { type: 'ARM_TIMER', timerId: id, version, dueAt: after.dueAt }
        : { type: 'DISARM_TIMER', timerId: id, version: version - 1 },
    ],
  });
};
