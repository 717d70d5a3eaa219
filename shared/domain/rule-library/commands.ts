import type { GroupId, RuleId } from '../../kernel/ids.ts';
import type { Rule, RuleStatus, RuleVersion, ValidationGroup } from './state.ts';

export type RuleFields = Omit<RuleVersion, 'id' | 'ruleVersion'>;
export type GroupFields = Omit<ValidationGroup, 'id' | 'groupVersion'>;

export interface CreateRule {
  readonly type: 'createRule';
  readonly id: RuleId;
  readonly fields: RuleFields;
  readonly status: Exclude<RuleStatus, 'ARCHIVED'>;
  /** Another rule has this code. */
  readonly codeTaken: boolean;
}
export type RuleCommand =
  | { readonly type: 'createRuleVersion'; readonly fields: RuleFields }
  | { readonly type: 'changeRule'; readonly status: RuleStatus };

/** `rules`: the library's rules that the fields name, found by id. */
export interface CreateValidationGroup {
  readonly type: 'createValidationGroup';
  readonly id: GroupId;
  readonly fields: GroupFields;
  readonly rules: ReadonlyMap<RuleId, Rule>;
}
export interface ChangeValidationGroup {
  readonly type: 'changeValidationGroup';
  readonly fields: Partial<GroupFields>;
  readonly rules: ReadonlyMap<RuleId, Rule>;
}
