export const ruleRefusalCodes = [
  'RULE_EMPTY',
  'RULE_TOO_LONG',
  'RULE_SYNTAX',
  'RULE_NOT_ONE_STATEMENT',
  'RULE_NOT_SELECT',
  'RULE_TOO_COMPLEX',
  'RULE_UNKNOWN_DATASET',
  'RULE_TABLE_FUNCTION',
  'RULE_FUNCTION',
  'RULE_RECURSIVE',
  'RULE_CTE_NAME',
  'RULE_TYPE',
  'RULE_FORM',
  'RULE_INVALID',
] as const;
export type RuleRefusalCode = (typeof ruleRefusalCodes)[number];

/** Why a text is no rule, for its author. `position` is the offset into the text, where it is known. */
export interface RuleRefusal {
  readonly code: RuleRefusalCode;
  readonly detail: string;
  readonly position: number | null;
}

/** A text that may run: over these datasets, giving these columns. */
export interface CheckedRule {
  /** To be put between parentheses; a closing line break is needed, since it may end in a comment. */
  readonly sql: string;
  /** The datasets it names, as they were declared, in the order of their first use. */
  readonly datasets: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}
