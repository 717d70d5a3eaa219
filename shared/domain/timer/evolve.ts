import type { TimerHappening } from './happenings.ts';
import type { Timer } from './state.ts';

export const evolveTimer = (timer: Timer, happening: TimerHappening): Timer => {
  switch (happening.type) {
    case 'TimerArmed':
      return happening.timer;
    case 'TimerFired':
      return { ...timer, status: 'FIRED' };
    case 'TimerCancelled':
      return { ...timer, status: 'CANCELLED' };
  }
};
