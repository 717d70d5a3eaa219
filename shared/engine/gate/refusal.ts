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

export const ruleWarningCodes = ['RULE_SLOW_JOIN', 'RULE_REWRITTEN', 'RULE_ORDER'] as const;

/** What an author should know about a text that may run. */
export interface RuleWarning {
  readonly code: (typeof ruleWarningCodes)[number];
  readonly detail: string;
  /** What `detail` says besides its code, for texts in another language. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What a rule reads, as it was declared, in the order of first use. */
export interface NamedDatasets {
  readonly datasets: readonly string[];
  /** Those of the participant's previous certified snapshot, called `previous.<dataset>`. */
  readonly previousDatasets: readonly string[];
}

/** A text that may run: over these datasets, giving these columns. */
export interface CheckedRule extends NamedDatasets {
  /** To be put between parentheses; a closing line break is needed, since it may end in a comment. */
  readonly sql: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly warnings: readonly RuleWarning[];
}
