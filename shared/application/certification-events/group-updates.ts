import type { PinnedGroup } from '../../domain/certification-event/state.ts';
import type { Rule, ValidationGroup } from '../../domain/rule-library/state.ts';
import type { GroupId } from '../../kernel/ids.ts';

/**
 * Groups that would be published with other rules today than they were: shown to the state, and never taken by itself. Of
 * the rules those are needed that are pinned: a group that has others now is another one anyway.
 */
export const updatableGroups = (
  pinned: readonly PinnedGroup[],
  groups: readonly ValidationGroup[],
  rules: readonly Rule[],
): readonly GroupId[] => {
  const newest = new Map(rules.map((rule) => [rule.id, rule.newest.ruleVersion]));
  const today = (group: ValidationGroup): string =>
    JSON.stringify(
      group.rules.flatMap(({ ruleId, ruleVersion, enabled }) =>
        enabled ? [[ruleId, ruleVersion ?? newest.get(ruleId)]] : [],
      ),
    );
  return groups
    .filter((group) => {
      const then = pinned.find(({ groupId }) => groupId === group.id);
      if (then === undefined) return false;
      return JSON.stringify(then.rules.map(({ ruleId, ruleVersion }) => [ruleId, ruleVersion])) !== today(group);
    })
    .map(({ id }) => id);
};
