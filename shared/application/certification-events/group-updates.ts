import type { PinnedGroup } from '../../domain/certification-event/state.ts';
import type { ValidationGroup } from '../../domain/rule-library/state.ts';
import type { GroupId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';

/** Groups that would be published with other rules today than they were: shown to the state, and never taken by itself. */
export const updatableGroups = async (
  store: Store,
  pinned: readonly PinnedGroup[],
  groups: readonly ValidationGroup[],
): Promise<readonly GroupId[]> => {
  if (pinned.length === 0) return [];
  const linked = groups.filter(({ id }) => pinned.some(({ groupId }) => groupId === id));
  const ruleIds = linked.flatMap((group) => group.rules.map(({ ruleId }) => ruleId));
  const rules = await store.loadMany('rule', [...new Set(ruleIds)]);
  const newest = new Map(rules.map(({ state }) => [state.id, state.newest.ruleVersion]));
  const today = (group: ValidationGroup): string =>
    JSON.stringify(group.rules.map(({ ruleId, ruleVersion }) => [ruleId, ruleVersion ?? newest.get(ruleId)]));
  return linked
    .filter((group) => {
      const then = pinned.find(({ groupId }) => groupId === group.id);
      return JSON.stringify(then?.rules.map(({ ruleId, ruleVersion }) => [ruleId, ruleVersion])) !== today(group);
    })
    .map(({ id }) => id);
};
