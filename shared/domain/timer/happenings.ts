import type { Timer } from './state.ts';

/** Reaction: a schedule is created for the timer's new version. */
export interface TimerArmed {
  readonly type: 'TimerArmed';
  readonly timer: Timer;
}
/** Reaction: the timed work starts. */
export interface TimerFired {
  readonly type: 'TimerFired';
}
/** Reaction: its schedule is deleted. */
export interface TimerCancelled {
  readonly type: 'TimerCancelled';
}
export type TimerHappening = TimerArmed | TimerFired | TimerCancelled;
