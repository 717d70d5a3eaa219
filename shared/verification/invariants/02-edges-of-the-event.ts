import { certificationEventMachine } from '../../domain/certification-event/transitions.ts';
import { strayEdges } from '../edges.ts';
import { eventOf } from '../event-part.ts';
import { textAt } from '../fields.ts';
import { type Invariant, none } from '../invariant.ts';

export const edgesOfTheEvent: Invariant = {
  number: 2,
  slug: 'edges-of-the-event',
  sentence: 'A certification event goes from Open to Publishing, Published and Closed, or is deleted; nothing else.',
  check(part) {
    const event = eventOf(part);
    return event ? strayEdges(certificationEventMachine, (state) => textAt(state, 'status'), event.steps) : none;
  },
};
