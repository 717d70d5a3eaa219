import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import { participantMachine } from '../../domain/participant/transitions.ts';
import { strayEdges } from '../edges.ts';
import { eventOf, participantsOf } from '../event-part.ts';
import { textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';

const counted = (part: Part): Found => {
  const event = eventOf(part);
  const published = event && publishedOf(event.state);
  const isRepublishing = event?.state.status === 'PUBLISHED' && event.state.publishing !== null;
  if (!event || !published || isRepublishing) return none;
  const byStatus = Map.groupBy(participantsOf(part), ({ state }) => state.status);
  const working = [...byStatus].reduce((sum, [status, all]) => sum + (status === 'WITHDRAWN' ? 0 : all.length), 0);
  return unless(
    working === published.participantCount,
    event.chain,
    `it has ${published.participantCount} participants, its statuses count ${working}`,
  );
};

export const participantsAreConserved: Invariant = {
  number: 30,
  slug: 'participants-are-conserved',
  sentence:
    'The participants of a published event are the sum over their statuses, and each goes from status to status by an edge.',
  check: (part) => [
    ...counted(part),
    ...participantsOf(part).flatMap(({ steps }) =>
      strayEdges(participantMachine, (state) => textAt(state, 'status'), steps),
    ),
  ],
};
