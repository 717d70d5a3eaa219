import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import { bodyNamed, eventOf, type JudgedEvent, participantsOf } from '../event-part.ts';
import { textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';

const flips = ({ steps }: JudgedEvent): number =>
  steps.filter(
    ({ before, after }) => textAt(before, 'status') === 'PUBLISHING' && textAt(after, 'status') === 'PUBLISHED',
  ).length;

const selection = (part: Part, event: JudgedEvent): Found => {
  const published = publishedOf(event.state);
  if (published === null) return none;
  const selected = bodyNamed(part, published.bodyId)?.participants;
  if (selected === undefined || 'all' in selected) return [`${event.chain}: its published body names no participants`];
  const participants = participantsOf(part);
  const present = new Set(participants.map(({ state }) => state.organizationId));
  const wanted = new Set(selected);
  const isRepublishing = 'publishing' in event.state && event.state.publishing !== null;
  const surplus = participants.filter(
    ({ state }) => !wanted.has(state.organizationId) && state.status !== 'WITHDRAWN' && !isRepublishing,
  );
  return [
    ...selected
      .filter((id) => !present.has(id))
      .map((id) => `${event.chain}: it has no participant ${id}, which was selected`),
    ...surplus.map(({ chain }) => `${chain}: it takes part without being selected`),
    ...unless(
      selected.length === published.participantCount,
      event.chain,
      `it counts ${published.participantCount} participants and selects ${selected.length}`,
    ),
  ];
};

export const publishedOnceToTheSelected: Invariant = {
  number: 3,
  slug: 'published-once-to-the-selected',
  sentence:
    'A published event has one publish entry for each revision and exactly one participant for each selected one.',
  check(part) {
    const event = eventOf(part);
    const published = event && publishedOf(event.state);
    if (!event || !published) return none;
    const completions = event.steps.filter(({ entry }) => entry.command === 'completePublication').length;
    return [
      ...unless(flips(event) === 1, event.chain, `it became published ${flips(event)} times`),
      ...unless(
        completions === published.revision,
        event.chain,
        `revision ${published.revision} has ${completions} publish entries`,
      ),
      ...selection(part, event),
    ];
  },
};
