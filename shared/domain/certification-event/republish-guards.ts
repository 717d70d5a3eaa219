import { dateIn } from '../../kernel/calendar-date.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { DecisionContext } from '../decision.ts';
import { type Guard, guard, trimmed, valueGuard } from '../guard.ts';
import type { PublishFacts, Standing, Withdrawal } from './commands.ts';
import { frozen, groupsChanged } from './freeze.ts';
import type { CompleteOutline, Outline } from './state.ts';

export interface Republication {
  readonly before: CompleteOutline;
  readonly after: Outline;
  readonly facts: PublishFacts;
  readonly requireRecertification: boolean;
  readonly withdrawals: readonly Withdrawal[];
}

/** Participants of the published revision that the new one leaves out. */
export const removedStandings = ({ selected, standings }: PublishFacts): readonly Standing[] => {
  const kept = new Set(selected.map(({ organizationId }) => organizationId));
  return standings.filter(({ organizationId }) => !kept.has(organizationId));
};

const withdrawalGuards = ({ facts, withdrawals }: Republication): readonly Guard[] => {
  const removed = removedStandings(facts);
  const explained = new Set(
    withdrawals.filter(({ reason }) => trimmed(reason) !== '').map((one) => one.organizationId),
  );
  const unexplained = removed.filter((one) => one.everCertified && !explained.has(one.organizationId));
  const removedIds = new Set<OrganizationId>(removed.map(({ organizationId }) => organizationId));
  return [
    ...withdrawals.map(({ organizationId }, index) =>
      valueGuard(removedIds.has(organizationId), 'REFERENCE_UNKNOWN', `/withdrawals/${index}`),
    ),
    guard(unexplained.length === 0, 'REASON_REQUIRED', {
      organizationIds: unexplained.map(({ organizationId }) => organizationId),
    }),
  ];
};

/** What publishing the changes undoes for participants; empty when nobody loses anything. */
const undoneBy = ({ facts, requireRecertification }: Republication): Readonly<Record<string, number>> => {
  const { publishedBody, standings, body, references } = facts;
  const reruns = publishedBody !== null && groupsChanged(publishedBody, frozen(body, references));
  const counts = {
    stepsToRunAgain: reruns ? standings.filter(({ worked, finished }) => worked && !finished).length : 0,
    certificationsToRepeat: requireRecertification ? standings.filter(({ certified }) => certified).length : 0,
    participantsRemoved: removedStandings(facts).filter(({ worked }) => worked).length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};

/**
 * An end date that is over already stays possible as it was; moved into the past, it must be confirmed where it makes
 * anybody late at once. Nobody can be asked to certify again when he could not submit.
 */
export const allowsPastEnd = (change: Republication, confirm: boolean): boolean => {
  const { before, after, facts, requireRecertification } = change;
  const makesLate = after.endDate !== before.endDate && facts.standings.some(({ finished }) => !finished);
  return !requireRecertification && (confirm || !makesLate);
};

/** What may not change any more once somebody has certified, and what must be said and confirmed besides. */
export const republishGuards = (
  change: Republication,
  confirm: boolean,
  context: DecisionContext,
): readonly Guard[] => {
  const { before, after, facts } = change;
  const today = dateIn(context.now, context.agency.timeZone);
  const nobodyCertified = !facts.standings.some(({ everCertified }) => everCertified);
  const opens = after.certificationOpensDate ?? after.startDate;
  const opensMoved = opens !== before.certificationOpensDate;
  const startMoved = after.startDate !== before.startDate;
  const undone = undoneBy(change);
  return [
    guard(nobodyCertified || after.categoryId === before.categoryId, 'CATEGORY_FIXED'),
    guard(!opensMoved || (nobodyCertified && opens !== null && opens >= today), 'DATES_INVALID'),
    guard(!startMoved || (after.startDate !== null && after.startDate >= today), 'DATES_INVALID'),
    ...withdrawalGuards(change),
    guard(confirm || Object.keys(undone).length === 0, 'CONFIRMATION_REQUIRED', undone),
  ];
};
