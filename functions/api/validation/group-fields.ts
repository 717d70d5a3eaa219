import type { RuleId } from '../../../shared/kernel/ids.ts';

/** The rules of a group as they were sent: `version` of a rule, or null to follow the newest. */
export const groupEntries = (rules: readonly { readonly ruleId: RuleId; readonly version: number | null }[]) =>
  rules.map(({ ruleId, version }) => ({ ruleId, ruleVersion: version }));
