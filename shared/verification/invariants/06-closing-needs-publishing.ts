import { eventOf } from '../event-part.ts';
import { textAt } from '../fields.ts';
import { type Invariant, none } from '../invariant.ts';

export const closingNeedsPublishing: Invariant = {
  number: 6,
  slug: 'closing-needs-publishing',
  sentence: 'What was never published is never closed, and what was published is never deleted.',
  check(part) {
    const event = eventOf(part);
    if (event === undefined) return none;
    const was = event.steps.map(({ after }) => textAt(after, 'status'));
    const isPublished = was.includes('PUBLISHED');
    return [
      ...(event.state.status === 'CLOSED' && !isPublished ? [`${event.chain}: closed without being published`] : []),
      ...(event.state.status === 'DELETED' && isPublished ? [`${event.chain}: deleted after being published`] : []),
    ];
  },
};
