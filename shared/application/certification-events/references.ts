import type { LinkedGroup, References } from '../../domain/certification-event/commands.ts';
import type { Definition } from '../../domain/certification-event/state.ts';
import type { RuleVersion, ValidationGroup } from '../../domain/rule-library/state.ts';
import type { GroupId, OrganizationId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';

/** A group with the version of each rule that it would validate with now: of those that are enabled. */
export const linkedGroup = async (store: Store, group: ValidationGroup): Promise<LinkedGroup> => {
  const enabled = group.rules.filter((entry) => entry.enabled);
  const heads = await store.loadMany(
    'rule',
    enabled.map((entry) => entry.ruleId),
  );
  const wanted = enabled.flatMap(({ ruleId, ruleVersion }) => {
    const head = heads.find((read) => read.state.id === ruleId);
    return head === undefined ? [] : [{ ruleId, ruleVersion: ruleVersion ?? head.state.newest.ruleVersion }];
  });
  const versions = await store.ruleVersions(wanted);
  const rules = wanted.map(({ ruleId, ruleVersion }) =>
    versions.find((version) => version.id === ruleId && version.ruleVersion === ruleVersion),
  );
  return { group, rules: rules.filter((rule): rule is RuleVersion => rule !== undefined) };
};

const unknownOrganizations = async (
  store: Store,
  ids: readonly OrganizationId[],
): Promise<readonly OrganizationId[]> => {
  const known = new Set((await store.loadMany('organization', ids)).map((read) => read.state.id));
  return ids.filter((id) => !known.has(id));
};

/** Looks up everything a definition names. What does not exist is missing in the answer; the domain says what that means. */
export const referencesOf = async (store: Store, { outline, body }: Definition): Promise<References> => {
  const groupIds = body.dataLinks.flatMap((link): GroupId[] =>
    link.type === 'VALIDATION_GROUP' ? [link.groupId] : [],
  );
  const [category, groups, organizations, datasets] = await Promise.all([
    outline.categoryId === null ? undefined : store.load('category', outline.categoryId),
    store.loadMany('validationGroup', [...new Set(groupIds)]),
    'all' in body.participants ? [] : unknownOrganizations(store, body.participants),
    store.loadMany('dataset', body.requiredDatasets),
  ]);
  const linked = await Promise.all(groups.map((read) => linkedGroup(store, read.state)));
  const knownDatasets = new Set(datasets.map((read) => read.state.name));
  return {
    category: category?.state ?? null,
    groups: new Map(linked.map((one) => [one.group.id, one])),
    unknownOrganizations: organizations,
    unknownDatasets: body.requiredDatasets.filter((name) => !knownDatasets.has(name)),
  };
};
