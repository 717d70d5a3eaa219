import { eventOf } from '../event-part.ts';
import { textAt } from '../fields.ts';
import { type Found, type Invariant, none, unless } from '../invariant.ts';
import { isClearlyBefore } from '../leeway.ts';
import type { Step } from '../replay.ts';

const ends: Readonly<Record<string, readonly string[]>> = {
  run: ['FAILED', 'CANCELLED', 'SUPERSEDED'],
  snapshot: ['FAILED'],
  timer: ['CANCELLED'],
};

/** What a retention rule does, years later, and whoever holds it back; and rows being written anew for whoever queries them. */
const ofRows: readonly string[] = [
  'recordCompaction',
  'finishCompaction',
  'placeLegalHold',
  'releaseLegalHold',
  'beginDeletion',
  'finishDeletion',
  'forgetMessage',
];

const isOfRows = ({ entry }: Step): boolean => ofRows.includes(entry.command);

const isEnding = ({ entry, after }: Step): boolean =>
  ends[entry.entity]?.includes(textAt(after, 'status') ?? '') ?? false;

/** That the very commit is refused is shown by the fence in `test/contract/suites/commits.ts` and the races over HTTP. */
export const closedIsAbsorbing: Invariant = {
  number: 1,
  slug: 'closed-is-absorbing',
  sentence:
    'After closing nothing of a certification event changes but jobs that end without effect, and where its rows lie: compacted, or deleted by the retention rule.',
  check(part): Found {
    const event = eventOf(part);
    if (event?.state.status !== 'CLOSED') return none;
    const { closedAt } = event.state;
    const late = [...part.own.chains.keys()].flatMap((chain) =>
      part.own
        .history(chain)
        .filter((step) => isClearlyBefore(closedAt, step.entry.at) && !isEnding(step) && !isOfRows(step))
        .map(({ entry }) => `${chain}: ${entry.command} changed it at ${entry.at}, after the close at ${closedAt}`),
    );
    const open = part.own.rows('fence').filter(({ status }) => status !== 'CLOSED');
    return [
      ...late,
      ...unless(open.length === 0, event.chain, `${open.length} rows of its fence are open after the close`),
      ...unless(
        event.steps.findLast((step) => !isOfRows(step))?.entry.command === 'closeCertificationEvent',
        event.chain,
        'it does not end closed',
      ),
    ];
  },
};
