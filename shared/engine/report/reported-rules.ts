import type { Findings } from '../findings/findings.ts';
import type { ReportedRule, RuleOfRun } from './report.ts';

const isCounted = ({ causeColumn, count }: RuleOfRun): boolean => (causeColumn ?? null) !== null && count > 0;

const withFindings = async (findings: Findings, rules: readonly RuleOfRun[]): Promise<readonly ReportedRule[]> => {
  const counted = rules.filter(isCounted).map(({ ruleCode }) => ruleCode);
  const causes = counted.length === 0 ? {} : await findings.causes(counted);
  const withFound = async (rule: RuleOfRun): Promise<ReportedRule> => {
    const rowsKept = rule.count === 0 ? 0 : await findings.kept(rule.ruleCode);
    return { ...rule, causes: causes[rule.ruleCode], rowsKept };
  };
  return Promise.all(rules.map(withFound));
};

/** The rule as if it had found nothing but the rows with one cause. */
const only = async (findings: Findings, rule: RuleOfRun, cause: string): Promise<ReportedRule> => {
  const rowsKept = await findings.kept(rule.ruleCode, cause);
  return { ...rule, count: rowsKept, rowsKept };
};

/** What a report says of each rule: of all that it found, or of the rows with one cause. */
export const reportedRules = (
  findings: Findings,
  rules: readonly RuleOfRun[],
  cause: string | undefined,
): Promise<readonly ReportedRule[]> =>
  cause === undefined ? withFindings(findings, rules) : Promise.all(rules.map((rule) => only(findings, rule, cause)));
