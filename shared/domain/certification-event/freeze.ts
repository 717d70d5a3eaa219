import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { RuleId } from '../../kernel/ids.ts';
import type { Severity, ValidationGroup } from '../rule-library/state.ts';
import type { LinkedGroup, References } from './commands.ts';
import type { Body, CompleteOutline, Outline, PinnedGroup } from './state.ts';

/** The outline as a revision keeps it; null while something is missing that publishing needs. */
export const completed = (outline: Outline): CompleteOutline | null => {
  const { startDate, endDate, level, categoryId, snapshotMethod } = outline;
  if (startDate === null || endDate === null) return null;
  if (level === null || categoryId === null || snapshotMethod === null) return null;
  const certificationOpensDate = outline.certificationOpensDate ?? startDate;
  return { ...outline, startDate, certificationOpensDate, endDate, level, categoryId, snapshotMethod };
};

const overrideIn = (group: ValidationGroup, ruleId: RuleId): Severity | null =>
  group.rules.find((entry) => entry.ruleId === ruleId)?.severityOverride ?? null;

/** A group with the exact versions of its rules, and how seriously it takes them. */
export const pinned = ({ group, rules }: LinkedGroup): PinnedGroup => ({
  groupId: group.id,
  groupVersion: group.groupVersion,
  name: group.name,
  rules: rules.map(({ id: ruleId, ruleVersion }) => ({
    ruleId,
    ruleVersion,
    severityOverride: overrideIn(group, ruleId),
  })),
});

const pinnedGroup = ({ groups }: References, groupId: PinnedGroup['groupId']): readonly PinnedGroup[] => {
  const linked = groups.get(groupId);
  return linked === undefined ? [] : [pinned(linked)];
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
