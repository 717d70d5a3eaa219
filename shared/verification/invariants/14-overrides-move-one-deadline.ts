import { participantsOf } from '../event-part.ts';
import { membersAt } from '../fields.ts';
import type { Found, Invariant } from '../invariant.ts';
import type { Step } from '../replay.ts';

const overrides: readonly string[] = ['overrideDueDate', 'removeOverride'];

const judge = ({ entry }: Step): Found => {
  const more = Object.keys(entry.after).filter((name) => name !== 'deadlineOverride' && name !== 'tasks');
  const tasks = membersAt(entry.after, 'tasks');
  const fields = tasks.flatMap(([, change]) => Object.keys(change)).filter((name) => name !== 'dueDateOverride');
  return [
    ...[...more, ...fields].map((name) => `${entry.chain}: ${entry.command} changed ${name}`),
    ...(tasks.length > 1 ? [`${entry.chain}: ${entry.command} moved the deadlines of ${tasks.length} people`] : []),
  ];
};

/** That the moved deadline is the one enforced is shown by `deadlines.test.ts` of the domain. */
export const overridesMoveOneDeadline: Invariant = {
  number: 14,
  slug: 'overrides-move-one-deadline',
  sentence: 'Overriding a due date changes that deadline on that participant and nothing else.',
  check: (part) =>
    participantsOf(part).flatMap(({ steps }) =>
      steps.filter(({ entry }) => overrides.includes(entry.command)).flatMap(judge),
    ),
};
