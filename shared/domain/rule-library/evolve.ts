import { type ByType, dispatch } from '../by-type.ts';
import type { RuleCreated, RuleHappening, ValidationGroupHappening } from './happenings.ts';
import type { Rule, ValidationGroup } from './state.ts';

const evolutions: ByType<Exclude<RuleHappening, RuleCreated>, Rule, undefined, Rule> = {
  RuleVersionCreated: (rule, { version }) => ({ ...rule, newest: version }),
  RuleStatusChanged: (rule, { status }) => ({ ...rule, status }),
};

const ruleOf = ({ version, status }: RuleCreated): Rule => ({ id: version.id, status, newest: version });

export const evolveRule = (rule: Rule, happening: RuleHappening): Rule =>
  happening.type === 'RuleCreated' ? ruleOf(happening) : dispatch(evolutions, rule, happening, undefined);

export const evolveGroup = (_group: ValidationGroup, { group }: ValidationGroupHappening): ValidationGroup => group;
