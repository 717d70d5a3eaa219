import { chainOf } from '../../application/audit/chain.ts';
import { categoryId } from '../../kernel/ids.ts';
import { bodyNamed, eventOf } from '../event-part.ts';
import { at, type Fields, numberAt, textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';
import { stateAt, type Step } from '../replay.ts';

const isActive = (state: Fields): boolean => at(state, 'active') === true;

const category = (part: Part, publishing: unknown, where: string): Found => {
  const id = categoryId(textAt(publishing, 'outline', 'categoryId') ?? '');
  const moment = textAt(publishing, 'startedAt') ?? '';
  const state = stateAt(part.directory.history(chainOf('category', id)), moment, isActive);
  return [
    ...unless(isActive(state), where, `it was published while its category ${id} was not active`),
    ...unless(
      textAt(state, 'level') === textAt(publishing, 'outline', 'level'),
      where,
      'its category has another level',
    ),
  ];
};

const groups = (part: Part, publishing: unknown, where: string): Found =>
  (bodyNamed(part, textAt(publishing, 'bodyId'))?.pinnedGroups ?? []).flatMap(({ groupId, rules }) => {
    const history = part.directory.history(chainOf('validationGroup', groupId));
    const state = stateAt(history, textAt(publishing, 'startedAt') ?? '', isActive);
    const level = textAt(publishing, 'outline', 'level');
    const versions = rules.map(({ ruleId, ruleVersion }) =>
      part.directory
        .rows('ruleVersion')
        .find(({ version }) => version.id === ruleId && version.ruleVersion === ruleVersion),
    );
    return [
      ...unless(isActive(state), where, `it was published while its group ${groupId} was not active`),
      ...unless(textAt(state, 'level') === level, where, `its group ${groupId} has another level`),
      ...unless(
        versions.every((row) => row !== undefined),
        where,
        `a rule version pinned by ${groupId} is missing`,
      ),
      ...unless(
        versions.every((row) => row === undefined || !row.version.adHocFilter),
        where,
        `its group ${groupId} holds a rule with an ad hoc filter`,
      ),
      ...unless(
        versions.every((row) => row?.version.parameters.every(({ type }) => type !== 'CALENDAR') ?? true),
        where,
        `its group ${groupId} holds a rule with a calendar parameter`,
      ),
    ];
  });

const publication = (part: Part, { before, entry }: Step): Found => {
  const publishing = before['publishing'];
  const count = numberAt(publishing, 'participantCount') ?? 0;
  return [
    ...unless(count >= 1, entry.chain, 'it was published to nobody'),
    ...category(part, publishing, entry.chain),
    ...groups(part, publishing, entry.chain),
  ];
};

export const nothingIncompleteIsPublished: Invariant = {
  number: 5,
  slug: 'nothing-incomplete-is-published',
  sentence:
    'What is published has participants, an active category and active groups of its level without forbidden rules.',
  check(part) {
    const steps = eventOf(part)?.steps ?? [];
    const completions = steps.filter(({ entry }) => entry.command === 'completePublication');
    return completions.length === 0 ? none : completions.flatMap((step) => publication(part, step));
  },
};
