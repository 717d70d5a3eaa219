import { type ByType, dispatch } from '../by-type.ts';
import type { RuleCreated, RuleHappening, ValidationGroupHappening } from './happenings.ts';
import type { Rule, ValidationGroup } from './state.ts';

const evolutions: ByType<Exclude<RuleHappening, RuleCreated>, Rule, undefined, Rule> = {
  RuleVersionCreated: (rule, { version }) => ({ ...rule, newest: version }),
  RuleArchived: (rule) => ({ ...rule, status: 'ARCHIVED' }),
};

const ruleOf = ({ version }: RuleCreated): Rule => ({ id: version.id, status: 'ACTIVE', newest: version });

export const evolveRule = (rule: Rule, happening: RuleHappening): Rule =>
  happening.type === 'RuleCreated' ? ruleOf(happening) : dispatch(evolutions, rule, happening, undefined);

export const evolveGroup = (_group: ValidationGroup, { group }: ValidationGroupHappening): ValidationGroup => group;
