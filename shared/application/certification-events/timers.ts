import { timerTimes } from '../../domain/certification-event/timers.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { decideTimer, timerId } from '../../domain/timer/decide.ts';
import { evolveTimer } from '../../domain/timer/evolve.ts';
import type { TimerHappening } from '../../domain/timer/happenings.ts';
import type { Timer, TimerKind } from '../../domain/timer/state.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Caller } from '../caller.ts';
import { type Effects, effects, joined, noEffects } from '../effects.ts';
import type { Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';

const change = (id: string, before: Versioned<Timer> | undefined, wanted: WantedTimer): Effects => {
  const command = wanted.dueAt
    ? ({
        type: 'armTimer',
        certificationEventId: wanted.certificationEventId,
        kind: wanted.kind,
        dueAt: wanted.dueAt,
      } as const)
    : ({ type: 'cancelTimer' } as const);
  if (before === undefined && command.type === 'cancelTimer') return noEffects;
  const decided = decideTimer(before?.state ?? null, command);
  if (!decided.ok || decided.value.length === 0) return noEffects;
  const after = evolved(before?.state, decided.value);
  if (after === undefined) return noEffects;
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

const evolved = (before: Timer | undefined, happenings: readonly TimerHappening[]): Timer | undefined =>
  happenings.reduce<Timer | undefined>(
    (timer, happening) => (happening.type === 'TimerArmed' ? happening.timer : timer && evolveTimer(timer, happening)),
    before,
  );

interface WantedTimer {
  readonly certificationEventId: Timer['certificationEventId'];
  readonly kind: TimerKind;
  readonly dueAt: Instant | null;
}

const noTimers = { FULL_SNAPSHOT: null, CLEANUP_SNAPSHOT: null };

const kinds: readonly TimerKind[] = ['FULL_SNAPSHOT', 'CLEANUP_SNAPSHOT'];

/** Arms, moves or cancels the timers of a certification event so that they fit what it has become. */
export const timerPlan = async (store: Store, caller: Caller, after: CertificationEvent): Promise<Effects> => {
  const wanted = after.status === 'PUBLISHED' ? timerTimes(after.published.outline, caller.agency.timeZone) : noTimers;
  const existing = await store.timersOf(after.id);
  return joined(
    kinds.map((kind) => {
      const before = existing.find((timer) => timer.state.kind === kind);
      return change(timerId(after.id, kind), before, {
        certificationEventId: after.id,
        kind,
        dueAt: wanted[kind],
      });
    }),
  );
};
