import { join } from 'node:path';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { runRules } from '../../shared/engine/run/run-rules.ts';
import { root } from '../system/place.ts';
import { mustBeExpected } from './expected.ts';

/** The child as it is deployed, beside its worker. */
const childPath = join(root, 'dist/functions/worker-run-validation/engine-child.mjs');

/** The whole job of the engine: sandbox, gate, rules, findings file. */
export const runEngine = async (job: RunJob): Promise<void> => {
  const workFolder = join(job.workFolder, crypto.randomUUID());
  const { results } = await runRules({ ...job, workFolder }, { childPath });
  const applied = results.filter(({ outcome }) => outcome !== 'NOT_APPLICABLE');
  mustBeExpected('the engine', Object.fromEntries(applied.map(({ ruleCode, count }) => [ruleCode, count])));
};
