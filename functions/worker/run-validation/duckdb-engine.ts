import type { EngineJob, EngineOutcome, ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { EngineSize } from '../../../shared/domain/validation-run/engine-size.ts';
import type { RuleResult, RunRule } from '../../../shared/engine/run/job.ts';
import { parametersOfYear } from '../../../shared/engine/run/parameters.ts';
import { runRules } from '../../../shared/engine/run/run-rules.ts';
import type { EngineLimits } from '../../../shared/engine/sandbox/instance.ts';

const perRule = { secondsPerRule: 60, rowsPerRule: 1_000_000 };

// 512 MB of the small function's 2.5 GB were measured as fast as 1 GB; the large one may address 8.5 of its 10 GB.
const limitsOf: Readonly<Record<EngineSize, EngineLimits & typeof perRule>> = {
  SMALL: { ...perRule, memoryMb: 512, threads: 2 },
  LARGE: { ...perRule, memoryMb: 4_096, threads: 6 },
};

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

/** The engine as the worker runs it: DuckDB in a process of its own. */
export const duckDbEngine = (size: EngineSize): ValidationEngine => ({
  run: async (job, signal) => {
    const { workFolder, datasets, previous, schoolId, reportingYear, rules } = job;
    const parameters = parametersOfYear(reportingYear);
    const inOrder = rules.map((rule, order) => ruleOf(job, rule, order));
    const outcome = await runRules(
      { workFolder, datasets, previous, schoolId, parameters, rules: inOrder, limits: limitsOf[size] },
      { signal },
    );
    return { ...outcome, results: outcome.results.map(recordOf) };
  },
});
