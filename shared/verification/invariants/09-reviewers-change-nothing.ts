import { canonicalJson } from '../../kernel/canonical-json.ts';
import { eventOf, type JudgedEvent, participantsOf, publishedAt } from '../event-part.ts';
import { at, membersAt, textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';
import { isPerson, personAt, roleIn } from '../people.ts';
import type { Step } from '../replay.ts';

const submissions = (state: Step['after']): string =>
  canonicalJson(membersAt(state, 'tasks').map(([user, task]) => [user, at(task, 'submission') ?? null]));

const changesStanding = ({ before, after }: Step): boolean =>
  textAt(before, 'status') !== textAt(after, 'status') || submissions(before) !== submissions(after);

const isReviewer = (part: Part, event: JudgedEvent, { entry, before }: Step): boolean => {
  if (textAt(before, 'tasks', entry.actor.userId, 'role') === 'REVIEWER') return true;
  const category = textAt(publishedAt(event, entry.at), 'outline', 'categoryId');
  const person = personAt(part, entry.actor.userId, entry.at, (one) => roleIn(one, category) !== 'REVIEWER');
  return roleIn(person, category) === 'REVIEWER';
};

export const reviewersChangeNothing: Invariant = {
  number: 9,
  slug: 'reviewers-change-nothing',
  sentence: 'A reviewer never changes where a certification stands.',
  check(part): Found {
    const event = eventOf(part);
    if (event === undefined) return none;
    return participantsOf(part)
      .flatMap(({ steps }) => steps)
      .filter((step) => isPerson(step.entry) && changesStanding(step) && isReviewer(part, event, step))
      .map(
        ({ entry }) => `${entry.chain}: the reviewer ${entry.actor.userId} changed its standing by ${entry.command}`,
      );
  },
};
