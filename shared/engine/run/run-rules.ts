import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EngineFault } from '../sandbox/engine-process.ts';
import type { RuleResult, RunJob } from './job.ts';
import { partFile } from './part-file.ts';
import { type RunOptions, runShare } from './run-share.ts';

export interface RunOutcome {
  /** One for each rule, in rule order. */
  readonly results: readonly RuleResult[];
  /** Parquet with the columns rule_code, severity, ordinal, cause, row (JSON text), sorted by rule order. */
  readonly findingsFile: string;
  /** Rows of the delivered datasets that this run could see. */
  readonly recordsRead: number;
  readonly engineVersion: string;
}

/**
 * Runs every rule over one participant's files in a process of its own and writes the findings to the work folder.
 * A rule that times out, fails or takes the process down is ERRORED and the others still run, in a new process if need
 * be, until the time of the run is over. Throws EngineFault when the run as a whole is impossible (a file is missing or
 * broken), and the abort reason.
 */
export const runRules = async (job: RunJob, options: RunOptions = {}): Promise<RunOutcome> => {
  const rules = job.rules.toSorted((left, right) => left.order - right.order);
  const ordered: RunJob = { ...job, rules };
  refuseRepeatedCodes(ordered);
  // No dataset can be called like this: its own file may lie in the same folder.
  const findingsFile = join(job.workFolder, 'run-findings.parquet');
  const until = Date.now() + job.limits.secondsPerRun * 1_000;
  const results = new Map<number, RuleResult>();
  try {
    for (;;) {
      const before = results.size;
      const share = await runShare(ordered, results, { findingsFile, until }, options);
      if (share.sealed) {
        const { recordsRead, engineVersion } = share.sealed;
        const inOrder = rules.flatMap((_rule, place) => results.get(place) ?? []);
        return { results: inOrder, findingsFile, recordsRead, engineVersion };
      }
      if (results.size === before) throw new EngineFault('the engine ended and got no further', share.stderr);
    }
  } finally {
    await rm(dirname(partFile(job.workFolder, 0)), { recursive: true, force: true });
    await rm(join(job.workFolder, 'spill'), { recursive: true, force: true });
  }
};

// Findings are told apart by their rule's code.
const refuseRepeatedCodes = ({ rules }: RunJob): void => {
  if (new Set(rules.map(({ code }) => code)).size < rules.length)
    throw new EngineFault('two rules have the same code', '');
};
