import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import type { TimerCommand } from './commands.ts';
import type { TimerHappening } from './happenings.ts';
import type { Timer, TimerKind } from './state.ts';

/** One timer of each kind in a certification event. */
export const timerId = (certificationEventId: CertificationEventId, kind: TimerKind): string =>
  `${certificationEventId}-${kind === 'FULL_SNAPSHOT' ? 'full' : 'cleanup'}`;

/** A timer fires once; arming it for another time makes it wait again. Null: never armed. */
export const decideTimer = (timer: Timer | null, command: TimerCommand): Decision<TimerHappening> => {
  const isArmed = timer?.status === 'ARMED';
  switch (command.type) {
    case 'armTimer': {
      if (timer !== null && timer.status !== 'CANCELLED' && timer.dueAt === command.dueAt) return ok([]);
      const { certificationEventId, kind, dueAt } = command;
      const id = timerId(certificationEventId, kind);
      return ok([{ type: 'TimerArmed', timer: { id, certificationEventId, kind, dueAt, status: 'ARMED' } }]);
    }
    case 'fireTimer':
      return ok(isArmed ? [{ type: 'TimerFired' }] : []);
    case 'cancelTimer':
      return ok(isArmed ? [{ type: 'TimerCancelled' }] : []);
  }
};
