import type { EngineJob, EngineOutcome, ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { EngineSize } from '../../../shared/domain/validation-run/engine-size.ts';
import type { RuleResult, RunRule } from '../../../shared/engine/run/job.ts';
import { parametersOfYear } from '../../../shared/engine/run/parameters.ts';
import { runRules } from '../../../shared/engine/run/run-rules.ts';
import type { RunOptions } from '../../../shared/engine/run/run-share.ts';
import { limitsOf } from './limits.ts';

const ruleOf = (job: EngineJob, rule: EngineJob['rules'][number], order: number): RunRule => {
  const { code, name, severity, kind, sql, parameters, datasets, message, causeColumn } = rule;
  const { requiredDatasets } = job;
  return { code, name, severity, kind, sql, parameters, datasets, message, causeColumn, order, requiredDatasets };
};

/** The part of a rule's result that the run's record keeps. */
const recordOf = (result: RuleResult): EngineOutcome['results'][number] => {
  const { kind: _kind, message: _message, milliseconds: _time, ...record } = result;
  return record;
};

/** The engine as the worker runs it: DuckDB in a process of its own, its rules in what is left of the function's time. */
export const duckDbEngine = (
  size: EngineSize,
  remainingMillis: () => number,
  onGateFault: NonNullable<RunOptions['onGateFault']>,
): ValidationEngine => ({
  run: async (job, signal) => {
    const { workFolder, datasets, previous, schoolId, reportingYear, rules } = job;
    const parameters = parametersOfYear(reportingYear);
    const inOrder = rules.map((rule, order) => ruleOf(job, rule, order));
    const limits = limitsOf(size, remainingMillis());
    const outcome = await runRules(
      { workFolder, datasets, previous, schoolId, parameters, rules: inOrder, limits },
      { signal, onGateFault },
    );
    return { ...outcome, results: outcome.results.map(recordOf) };
  },
});
