import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { RuleResult } from '../../../shared/domain/validation-run/state.ts';
import type { RunOutcome } from './played.ts';

class Broken extends Error {}

const resultsOf: Readonly<Record<Exclude<RunOutcome, 'BROKEN'>, Pick<RuleResult, 'severity' | 'outcome' | 'count'>>> = {
  CLEAN: { severity: 'FATAL', outcome: 'PASSED', count: 0 },
  WARNING: { severity: 'WARNING', outcome: 'FINDINGS', count: 2 },
  FATAL: { severity: 'FATAL', outcome: 'FINDINGS', count: 3 },
  ERRORED: { severity: 'FATAL', outcome: 'ERRORED', count: 0 },
};

const rule = {
  dataset: 'students',
  ruleCode: 'TAR-1',
  ruleName: 'Tardiness',
  columns: [],
  causeColumn: null,
  problem: null,
  problemCode: null,
  problemFacts: {},
};

/** An engine that finds what the model says, without rows. */
export const outcomeEngine = (
  outcome: RunOutcome,
): ValidationEngine & { faultOf(work: Promise<unknown>): Promise<string | null> } => ({
  run: async ({ workFolder }) => {
    if (outcome === 'BROKEN') throw new Broken('the engine cannot do this');
    const findingsFile = join(workFolder, 'findings');
    await writeFile(findingsFile, outcome);
    return {
      results: [{ ...rule, ...resultsOf[outcome] }],
      findingsFile,
      recordsRead: 1,
      engineVersion: 'model',
    };
  },
  faultOf: (work) =>
    work.then(
      () => null,
      (fault: unknown) => {
        if (fault instanceof Broken) return fault.message;
        throw fault;
      },
    ),
});
