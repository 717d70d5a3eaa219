import { participantsOf } from '../event-part.ts';
import { membersAt, textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';

/** Each completion of a step rests on a report that was opened: its opening must be on record. */
const unrecordedViews = (part: Part): Found => {
  const views = new Set(part.own.rows('view').map(({ view }) => `${view.runId} ${view.userId}`));
  return participantsOf(part).flatMap(({ chain, steps }) =>
    steps.flatMap(({ entry }) =>
      membersAt(entry.after, 'tasks').flatMap(([user, task]) =>
        membersAt(task, 'completions').flatMap(([step, completion]) => {
          const run = textAt(completion, 'runId');
          const isRecorded = run === undefined || views.has(`${run} ${user}`);
          return isRecorded ? none : [`${chain}: ${user} completed ${step} with ${run} and never opened its report`];
        }),
      ),
    ),
  );
};

const namelessRefusals = ({ own }: Part): Found =>
  own
    .rows('refusal')
    .filter(({ refusal }) => [refusal.actorId, refusal.operation, refusal.target, refusal.code].includes(''))
    .map(({ refusal }) => `refusal ${refusal.requestId} at ${refusal.at}: it does not say who was refused what`);

const namelessViews = ({ own }: Part): Found =>
  own
    .rows('view')
    .filter(({ view }) => [view.userId, view.format, view.purpose].includes(''))
    .map(({ view }) => `run/${view.runId}: a disclosure at ${view.at} does not say to whom and what for`);

/** That a refused command leaves its record is shown by `handleCommand`'s tests and `refusals.test.ts`: a dump cannot miss what is not there. */
export const refusalsAndViewsAreRecorded: Invariant = {
  number: 24,
  slug: 'refusals-and-views-are-recorded',
  sentence: 'Refused commands and opened reports are on record, whole.',
  check: (part) => [...unrecordedViews(part), ...namelessRefusals(part), ...namelessViews(part)],
};
