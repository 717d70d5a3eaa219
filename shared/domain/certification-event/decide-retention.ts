import { addYears, type CalendarDate, dateIn, endOfDay } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import { personOf } from '../actor.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { reasonGiven, trimmed, whenAllHold } from '../guard.ts';
import type { CertificationEventCommand } from './commands.ts';
import type { CertificationEventHappening } from './happenings.ts';
import { allowedByStatus } from './lifecycle.ts';
import type { CertificationEvent } from './state.ts';

type Hold = Extract<CertificationEventCommand, { readonly type: 'placeLegalHold' | 'releaseLegalHold' }>;
type Delete = Extract<CertificationEventCommand, { readonly type: 'beginDeletion' | 'finishDeletion' }>;

/** The years count from the day of the close. */
const lastDay = (closedAt: Instant, retentionYears: number, zone: string): CalendarDate =>
  addYears(dateIn(closedAt, zone), retentionYears);

/** The last day on which the retention rule leaves rows and reports; null before the close, and once it has taken them. */
export const keptUntil = (state: CertificationEvent, retentionYears: number, zone: string): CalendarDate | null =>
  state.status === 'CLOSED' && state.deletion === null ? lastDay(state.closedAt, retentionYears, zone) : null;

/** Whether the retention rule may take the rows and reports of this one away. */
export const isPastRetention = (
  state: CertificationEvent,
  retentionYears: number,
  { now, agency }: Pick<DecisionContext, 'now' | 'agency'>,
): boolean =>
  state.status === 'CLOSED' &&
  state.deletion === null &&
  state.legalHold === null &&
  now >= endOfDay(lastDay(state.closedAt, retentionYears, agency.timeZone), agency.timeZone);

/** Placed or released by a person who says why. What is deleted already cannot be held any more. */
export const decideLegalHold = (
  state: CertificationEvent,
  command: Hold,
  { actor, now }: DecisionContext,
): Decision<CertificationEventHappening> => {
  const reason = trimmed(command.reason);
  return whenAllHold([allowedByStatus[command.type](state), reasonGiven(reason)], () =>
    ok([
      command.type === 'placeLegalHold'
        ? { type: 'LegalHoldPlaced', by: personOf(actor).id, at: now, reason }
        : { type: 'LegalHoldReleased' },
    ]),
  );
};

/** Steps of the daily job, which may come late, twice, or after a hold that came first: then nothing happens. */
export const decideDeletion = (
  state: CertificationEvent,
  command: Delete,
  context: DecisionContext,
): Decision<CertificationEventHappening> => {
  const { now } = context;
  if (command.type === 'beginDeletion') {
    const { retentionYears } = command;
    return ok(
      isPastRetention(state, retentionYears, context) ? [{ type: 'DeletionBegun', at: now, retentionYears }] : [],
    );
  }
  const isUnderWay = state.status === 'CLOSED' && state.deletion?.finishedAt === null;
  return ok(isUnderWay ? [{ type: 'DeletionFinished', at: now }] : []);
};
