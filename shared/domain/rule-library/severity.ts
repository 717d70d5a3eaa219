import { type GroupEntry, type RuleVersion, severities } from './state.ts';

type Override = Pick<GroupEntry, 'severityOverride'>;

/** Rows of a listing are no errors: nothing makes them block. */
export const isFatalListing = ({ severityOverride }: Override, { kind }: Pick<RuleVersion, 'kind'>): boolean =>
  kind === 'LISTING' && severityOverride === 'FATAL';

/** The rule as its group takes it. */
export const asTaken = (rule: RuleVersion, { severityOverride }: Override): RuleVersion => ({
  ...rule,
  severity: severityOverride ?? rule.severity,
});

/** Of one rule in several groups the strictest counts. */
export const stricter = (one: RuleVersion, other: RuleVersion): RuleVersion =>
  severities.indexOf(other.severity) < severities.indexOf(one.severity) ? other : one;
