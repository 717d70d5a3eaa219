import type { Instant } from '../../kernel/instant.ts';
import type { TimedWork } from './state.ts';

/** `armTimer` also moves a timer that is armed already; the same time again changes nothing. */
export type TimerCommand =
  | { readonly type: 'armTimer'; readonly work: TimedWork; readonly dueAt: Instant }
  | { readonly type: 'fireTimer' }
  | { readonly type: 'cancelTimer' };
