import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import type { TimerCommand } from './commands.ts';
import type { TimerHappening } from './happenings.ts';
import type { TimedWork, Timer } from './state.ts';

/** One timer for each piece of timed work. */
export const timerId = (work: TimedWork): string => {
  switch (work.kind) {
    case 'FULL_SNAPSHOT':
      return `${work.certificationEventId}-full`;
    case 'CLEANUP_SNAPSHOT':
      return `${work.certificationEventId}-cleanup`;
    case 'REMINDERS':
      return `${work.certificationEventId}-remind-${work.day}`;
    case 'DIGEST':
      return `digest-${work.day}`;
  }
};

/** A timer fires once; arming it for another time makes it wait again. Null: never armed. */
export const decideTimer = (timer: Timer | null, command: TimerCommand): Decision<TimerHappening> => {
  const isArmed = timer?.status === 'ARMED';
  switch (command.type) {
    case 'armTimer': {
      if (timer !== null && timer.status !== 'CANCELLED' && timer.dueAt === command.dueAt) return ok([]);
      const { work, dueAt } = command;
      return ok([{ type: 'TimerArmed', timer: { ...work, id: timerId(work), dueAt, status: 'ARMED' } }]);
    }
    case 'fireTimer':
      return ok(isArmed ? [{ type: 'TimerFired' }] : []);
    case 'cancelTimer':
      return ok(isArmed ? [{ type: 'TimerCancelled' }] : []);
  }
};
