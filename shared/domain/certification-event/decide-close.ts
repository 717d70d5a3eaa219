import { ok } from '../../kernel/result.ts';
import { personOf } from '../actor.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { guard, trimmed, valueGuard, whenAllHold } from '../guard.ts';
import type { CertificationEventCommand } from './commands.ts';
import type { CertificationEventClosed } from './happenings.ts';
import { allowedByStatus, publishedOf } from './lifecycle.ts';
import type { CertificationEvent } from './state.ts';
import { hasEnded } from './window.ts';

type Close = Extract<CertificationEventCommand, { readonly type: 'closeCertificationEvent' }>;

/**
 * Ends it for good, with a comment. Before the end date, or while work is open, only once somebody has confirmed what will
 * be frozen. Nothing leads back from closed.
 */
export const decideClose = (
  state: CertificationEvent,
  command: Close,
  context: DecisionContext,
): Decision<CertificationEventClosed> => {
  const { now, agency, actor } = context;
  const outline = publishedOf(state)?.outline;
  const beforeEnd = outline !== undefined && !hasEnded(outline, now, agency.timeZone);
  const freezesWork = Object.values(command.openWork).some((count) => count > 0);
  const comment = trimmed(command.comment);
  const guards = [
    allowedByStatus.closeCertificationEvent(state),
    valueGuard(comment !== '', 'REASON_REQUIRED', '/comment'),
    guard(command.confirm || !(beforeEnd || freezesWork), 'CONFIRMATION_REQUIRED', { beforeEnd, ...command.openWork }),
  ];
  return whenAllHold(guards, () =>
    ok([{ type: 'CertificationEventClosed', by: personOf(actor).id, at: now, comment }]),
  );
};
