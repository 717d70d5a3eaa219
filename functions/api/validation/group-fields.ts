import type { GroupEntry } from '../../../shared/domain/rule-library/state.ts';

type SentEntry = Omit<GroupEntry, 'ruleVersion'> & { readonly version: number | null };

/** The rules of a group as they were sent: `version` of a rule, or null to follow the newest. */
export const groupEntries = (rules: readonly SentEntry[]): readonly GroupEntry[] =>
  rules.map(({ version, ...entry }) => ({ ...entry, ruleVersion: version }));
