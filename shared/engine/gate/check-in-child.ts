import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { lintRule } from '../lint/lint-rule.ts';
import { createCertificationView } from '../run/views.ts';
import { type EngineLimits, openSandbox } from '../sandbox/instance.ts';
import { createEmptyDatasets } from './empty-datasets.ts';
import { passGate } from './pass-gate.ts';
import type { CheckedRule, RuleRefusal } from './refusal.ts';
import type { RuleParameter } from './rule-parameters.ts';

export interface CheckJob {
  readonly sql: string;
  readonly datasets: readonly DatasetDeclaration[];
  readonly parameters: readonly RuleParameter[];
  readonly limits: EngineLimits;
}

// Any year does: no row is read, and a rule must not depend on the values of one year to be a rule.
const anyYear = {
  reporting_year: 2000,
  as_of: '1999-09-01',
  school_year_start: '1999-07-01',
  school_year_end: '2000-06-30',
};

/**
 * Judges a rule against declarations alone, on a locked instance that holds no row: the gate, then the plan of its joins.
 * The text that comes back is the author's; what is run is rewritten anew over the data at hand.
 */
export const checkInChild = async (
  job: CheckJob,
  tellBegun: () => void = () => undefined,
): Promise<Result<CheckedRule, RuleRefusal>> => {
  const { sql, datasets, parameters, limits } = job;
  const tempFolder = await mkdtemp(join(tmpdir(), 'attest-check-'));
  const sandbox = await openSandbox(tempFolder, limits);
  try {
    await createEmptyDatasets(sandbox.connection, datasets);
    await createCertificationView(sandbox.connection, anyYear);
    await sandbox.lock([]);
    tellBegun();
    const names = datasets.map(({ name }) => name);
    const checked = await passGate(sandbox.connection, sql, { datasets: names, parameters });
    if (!checked.ok) return checked;
    const { rule } = await lintRule(sandbox.connection, checked.value);
    return ok({ ...rule, sql: checked.value.sql });
  } finally {
    sandbox.close();
    await rm(tempFolder, { recursive: true, force: true });
  }
};
