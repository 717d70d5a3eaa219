import { eventOf, participantsOf } from '../event-part.ts';
import { type Found, type Invariant, none } from '../invariant.ts';
import { isClearlyBefore } from '../leeway.ts';

/**
 * What a dump shows of "nobody sees it before": no trace of anybody. That reading is refused as well is shown by the
 * authorization tests of `shared/domain/access` and over HTTP.
 */
export const unseenBeforePublished: Invariant = {
  number: 4,
  slug: 'unseen-before-published',
  sentence: 'Nobody works on a participant, is told of it or opens a report before its event is published.',
  check(part): Found {
    const event = eventOf(part);
    if (event === undefined) return none;
    const early = (moment: string): boolean =>
      event.publishedAt === undefined || isClearlyBefore(moment, event.publishedAt);
    const steps = participantsOf(part).flatMap(({ steps }) => steps.slice(1));
    return [
      ...steps
        .filter(({ entry }) => early(entry.at))
        .map(({ entry }) => `${entry.chain}: ${entry.command} came before the publication`),
      ...part.own
        .of('run')
        .filter(({ state }) => early(state.queuedAt))
        .map(({ state }) => `run/${state.id}: it was queued before the publication`),
      ...part.own
        .rows('alert')
        .filter(({ alert }) => early(alert.postedAt))
        .map(({ alert }) => `alert ${alert.id}: ${alert.userId} was told before the publication`),
      ...part.own
        .rows('view')
        .filter(({ view }) => early(view.at))
        .map(({ view }) => `run/${view.runId}: ${view.userId} saw its report before the publication`),
    ];
  },
};
