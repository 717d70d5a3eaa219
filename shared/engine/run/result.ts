import type { RuleResult, RunRule } from './job.ts';
import type { RunProblem } from './problem.ts';

/** What became of one rule. */
export type Answer =
  | { readonly outcome: 'PASSED' | 'FINDINGS' | 'LISTED'; readonly count: number; readonly columns: readonly string[] }
  | { readonly outcome: 'ERRORED' | 'NOT_APPLICABLE'; readonly problem: RunProblem };

/** The record of a rule as reports and screens show it. */
export const resultOf = (rule: RunRule, answer: Answer, milliseconds: number): RuleResult => {
  const found: Pick<RuleResult, 'count' | 'columns'> = 'problem' in answer ? { count: 0, columns: [] } : answer;
  const problem = 'problem' in answer ? answer.problem : null;
  const causeColumn = rule.causeColumn ?? null;
  return {
    dataset: rule.datasets[0] ?? '',
    ruleCode: rule.code,
    ruleName: rule.name,
    message: rule.message,
    severity: rule.severity,
    kind: rule.kind,
    outcome: answer.outcome,
    count: found.count,
    columns: found.columns,
    causeColumn: causeColumn !== null && found.columns.includes(causeColumn) ? causeColumn : null,
    milliseconds: Math.round(milliseconds),
    problem: problem?.detail ?? null,
    problemCode: problem?.code ?? null,
    problemFacts: problem?.facts ?? {},
  };
};
