import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../kernel/result.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { createCertificationView, createDatasetViews } from '../run/views.ts';
import { type EngineLimits, openSandbox } from '../sandbox/instance.ts';
import { passGate } from './pass-gate.ts';
import type { CheckedRule, RuleRefusal } from './refusal.ts';

export interface CheckJob {
  readonly sql: string;
  readonly datasets: readonly DatasetDeclaration[];
  readonly limits: EngineLimits;
}

// Any year does: no row is read, and a rule must not depend on the values of one year to be a rule.
const anyYear = {
  reporting_year: 2000,
  as_of: '1999-09-01',
  school_year_start: '1999-07-01',
  school_year_end: '2000-06-30',
};

/** Judges a rule against declarations alone, on a locked instance that holds no row. */
export const checkInChild = async ({ sql, datasets, limits }: CheckJob): Promise<Result<CheckedRule, RuleRefusal>> => {
  const tempFolder = await mkdtemp(join(tmpdir(), 'attest-check-'));
  const sandbox = await openSandbox(tempFolder, limits);
  try {
    const undelivered = datasets.map((declaration) => ({ declaration, files: null }));
    await createDatasetViews(sandbox.connection, undelivered, null);
    await createCertificationView(sandbox.connection, anyYear);
    await sandbox.lock([]);
    return await passGate(
      sandbox.connection,
      sql,
      datasets.map(({ name }) => name),
    );
  } finally {
    sandbox.close();
    await rm(tempFolder, { recursive: true, force: true });
  }
};
