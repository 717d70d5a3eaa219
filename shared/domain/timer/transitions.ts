import type { Machine } from '../transitions.ts';
import type { TimerHappening } from './happenings.ts';
import type { Timer } from './state.ts';

/** None is final: a new revision may arm a timer for another time. */
export const timerMachine = {
  statuses: ['ARMED', 'FIRED', 'CANCELLED'],
  final: [],
  edges: [
    { from: null, by: 'TimerArmed', to: 'ARMED' },
    { from: 'ARMED', by: 'TimerFired', to: 'FIRED' },
    { from: 'ARMED', by: 'TimerCancelled', to: 'CANCELLED' },
    { from: 'FIRED', by: 'TimerArmed', to: 'ARMED' },
    { from: 'CANCELLED', by: 'TimerArmed', to: 'ARMED' },
  ],
} as const satisfies Machine<Timer['status'], TimerHappening['type']>;
