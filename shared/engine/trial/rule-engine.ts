import { join } from 'node:path';
import type { RuleEngine, RuleTrial, TrialOutcome } from '../../application/ports/rule-engine.ts';
import { openFindings } from '../findings/findings.ts';
import { checkRule } from '../gate/check-rule.ts';
import type { RunJob } from '../run/job.ts';
import { parametersOfYear } from '../run/parameters.ts';
import { runRules } from '../run/run-rules.ts';

/** Rows that are shown of what a query finds; the count is exact beyond them. */
const sampleRows = 50;

// Two processes, a download and this must fit into the 29 seconds of a request. The start of its process is no rule's time.
const limits = { memoryMb: 512, threads: 2, secondsPerRule: 12, secondsPerRun: 15, rowsPerRule: sampleRows };

// A row may hold megabytes of text: the answer stays far below what the gateway carries.
const sampleBytes = 1_000_000;

const jobOf = (trial: RuleTrial): RunJob => {
  const { workFolder, datasets, schoolId, reportingYear, sql, parameters, kind } = trial;
  const shown = { code: 'CHECK', name: 'Check', severity: 'WARNING', message: '', order: 0 } as const;
  const rules = [{ ...shown, sql, parameters, kind, datasets: [] }];
  const folder = join(workFolder, 'trial');
  return { workFolder: folder, datasets, schoolId, parameters: parametersOfYear(reportingYear), rules, limits };
};

const rowsIn = async (file: string): Promise<TrialOutcome['rows']> => {
  const findings = await openFindings(file);
  try {
    const { items } = await findings.page({ offset: 0, limit: sampleRows });
    let bytes = 0;
    return items.map(({ row }) => row).filter((row) => (bytes += JSON.stringify(row).length) <= sampleBytes);
  } finally {
    findings.close();
  }
};

/** Queries judged and tried by DuckDB in processes of their own, which can be killed and see nothing but the files given. */
export const ruleEngine = (childPath?: string): RuleEngine => ({
  judge: (sql, { datasets, parameters }) => checkRule(sql, { datasets, parameters, childPath }),
  attempt: async (trial) => {
    const onGateFault = (fault: Error): never => {
      throw fault;
    };
    const { results, findingsFile } = await runRules(jobOf(trial), { childPath, onGateFault });
    const [result] = results;
    if (result === undefined) throw new Error('a trial without a result');
    const { outcome, count, milliseconds, problem, problemCode, problemFacts } = result;
    return { outcome, count, rows: await rowsIn(findingsFile), milliseconds, problem, problemCode, problemFacts };
  },
  asOf: (reportingYear) => parametersOfYear(reportingYear).as_of,
});
