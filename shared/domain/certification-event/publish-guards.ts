import { endOfDay } from '../../kernel/calendar-date.ts';
import type { DecisionContext } from '../decision.ts';
import { type Guard, guard } from '../guard.ts';
import type { LinkedGroup, PublishFacts } from './commands.ts';
import { isForbidden } from './save-guards.ts';
import { snapshotTimesReady } from './snapshot-times.ts';
import type { Outline } from './state.ts';

const linkedGroups = ({ body, references }: PublishFacts): readonly (LinkedGroup | undefined)[] =>
  body.dataLinks.flatMap((link) => (link.type === 'VALIDATION_GROUP' ? [references.groups.get(link.groupId)] : []));

const categoryGuards = (outline: Outline, { references: { category } }: PublishFacts): readonly Guard[] => [
  guard(outline.categoryId !== null && category !== null, 'CATEGORY_MISSING'),
  guard(category?.active !== false, 'CATEGORY_INACTIVE'),
  guard(category?.published !== false, 'CATEGORY_NOT_PUBLISHED'),
];

/** Category, groups and participants are all of the certification event's level. */
const levelGuard = ({ level }: Outline, facts: PublishFacts): Guard => {
  const { category } = facts.references;
  const groups = linkedGroups(facts).filter((linked) => linked !== undefined && linked.group.level !== level);
  const organizationIds = facts.selected.filter(({ ofLevel }) => !ofLevel).map(({ organizationId }) => organizationId);
  const ofLevel = level !== null && (category === null || category.level === level);
  return guard(ofLevel && groups.length === 0 && organizationIds.length === 0, 'LEVEL_MISMATCH', {
    level,
    categoryLevel: category?.level ?? null,
    groupIds: groups.map((linked) => linked?.group.id),
    organizationIds: organizationIds.slice(0, 20),
  });
};

const groupGuards = (facts: PublishFacts): readonly Guard[] => {
  const groups = linkedGroups(facts);
  const forbidden = groups.filter((linked) => linked !== undefined && isForbidden(linked));
  return [
    guard(
      groups.every((linked) => linked?.group.active === true),
      'GROUP_INACTIVE',
    ),
    guard(forbidden.length === 0, 'RULE_FORBIDDEN', { groupIds: forbidden.map((linked) => linked?.group.id) }),
  ];
};

const endIsPast = ({ endDate }: Outline, { now, agency }: Pick<DecisionContext, 'now' | 'agency'>): boolean =>
  endDate !== null && now >= endOfDay(endDate, agency.timeZone);

/** Everything a definition needs before it can be published, in the order in which it is told. */
export const publishGuards = (
  outline: Outline,
  facts: PublishFacts,
  { now, agency }: Pick<DecisionContext, 'now' | 'agency'>,
  allowsPastEnd = false,
): readonly Guard[] => [
  guard(facts.selected.length > 0, 'NO_PARTICIPANTS'),
  guard(facts.body.dataLinks.length > 0, 'NO_DATA_LINK'),
  guard(outline.startDate !== null && outline.endDate !== null, 'DATES_MISSING'),
  guard(!endIsPast(outline, { now, agency }) || allowsPastEnd, 'END_IN_PAST'),
  ...categoryGuards(outline, facts),
  levelGuard(outline, facts),
  ...groupGuards(facts),
  guard(outline.snapshotMethod !== null, 'SNAPSHOT_METHOD_MISSING'),
  guard(snapshotTimesReady(outline, agency.timeZone), 'SNAPSHOT_TIME_INVALID'),
];
