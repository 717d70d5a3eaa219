import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { References } from './commands.ts';
import type { Body, CompleteOutline, Outline, PinnedGroup } from './state.ts';

/** The outline as a revision keeps it; null while something is missing that publishing needs. */
export const completed = (outline: Outline): CompleteOutline | null => {
  const { startDate, endDate, level, categoryId, snapshotMethod } = outline;
  if (startDate === null || endDate === null) return null;
  if (level === null || categoryId === null || snapshotMethod === null) return null;
  const certificationOpensDate = outline.certificationOpensDate ?? startDate;
  return { ...outline, startDate, certificationOpensDate, endDate, level, categoryId, snapshotMethod };
};

const pinnedGroup = (references: References, groupId: PinnedGroup['groupId']): readonly PinnedGroup[] => {
  const linked = references.groups.get(groupId);
  if (linked === undefined) return [];
  const { groupVersion, name } = linked.group;
  const rules = linked.rules.map(({ id: ruleId, ruleVersion }) => ({ ruleId, ruleVersion }));
  return [{ groupId, groupVersion, name, rules }];
};

/** The body with the exact rule versions that the revision validates with. A rule changed later never applies silently. */
export const frozen = (body: Body, references: References): Body => ({
  ...body,
  pinnedGroups: body.dataLinks.flatMap((link) =>
    link.type === 'VALIDATION_GROUP' ? pinnedGroup(references, link.groupId) : [],
  ),
});

type Rules = Pick<Body, 'pinnedGroups' | 'requiredDatasets'>;

/** Between two revisions the rules that validate, or their versions, differ: what was run before counts no more. */
export const groupsChanged = (before: Rules, after: Rules): boolean => {
  const rulesOf = ({ pinnedGroups }: Rules): string =>
    canonicalJson(pinnedGroups.map(({ groupId, rules }) => [groupId, rules]));
  return (
    rulesOf(before) !== rulesOf(after) ||
    canonicalJson(before.requiredDatasets) !== canonicalJson(after.requiredDatasets)
  );
};
