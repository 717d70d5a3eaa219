import type { Rule, ValidationGroup } from '../../domain/rule-library/state.ts';

/** A rule in its newest version. */
export const ruleView = ({ id, status, newest }: Rule) => {
  const { id: _id, ruleVersion, ...fields } = newest;
  return { id, version: ruleVersion, status, ...fields };
};

/** A group with its rules in order; a rule without a version follows the newest. */
export const groupView = ({ groupVersion, rules, ...fields }: ValidationGroup) => ({
  ...fields,
  version: groupVersion,
  rules: rules.map(({ ruleId, ruleVersion }) => ({ ruleId, version: ruleVersion })),
});
