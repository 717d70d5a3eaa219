import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { TimerKind } from './state.ts';

/** `armTimer` also moves a timer that is armed already; the same time again changes nothing. */
export type TimerCommand =
  | {
      readonly type: 'armTimer';
      readonly certificationEventId: CertificationEventId;
      readonly kind: TimerKind;
      readonly dueAt: Instant;
    }
  | { readonly type: 'fireTimer' }
  | { readonly type: 'cancelTimer' };
