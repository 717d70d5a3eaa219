import type { QueueRun, RunOutcome } from '../../shared/domain/validation-run/commands.ts';
import { decideQueueRun } from '../../shared/domain/validation-run/decide.ts';
import type { RuleResult, StoredObject, ValidationRun } from '../../shared/domain/validation-run/state.ts';
import { certificationEventId, runId, userId } from '../../shared/kernel/ids.ts';
import { bearCreek } from './people.ts';
import { moment } from './time.ts';

export const aStoredObject = (key = 'findings.parquet'): StoredObject => ({ key, bytes: 10, sha256: 'ab' });

export const aRuleResult = (changes: Partial<RuleResult> = {}): RuleResult => ({
  dataset: 'students',
  ruleCode: 'STU-1',
  ruleName: 'Student without enrollment',
  severity: 'FATAL',
  outcome: 'PASSED',
  count: 0,
  columns: [],
  causeColumn: null,
  problem: null,
  problemCode: null,
  problemFacts: {},
  ...changes,
});

export const aRunOutcome = (...results: readonly RuleResult[]): RunOutcome => ({
  results,
  findings: aStoredObject(),
  recordsRead: 100,
  engineVersion: 'duckdb 1.5',
});

const wanted: QueueRun['run'] = {
  id: runId('run-1'),
  certificationEventId: certificationEventId('evt_1'),
  organizationId: bearCreek,
  districtId: bearCreek,
  step: 'district-validation',
  group: null,
  lane: 'DISTRICT',
  title: 'Student Tardiness DC 96.0.1',
  format: 'html',
  round: 1,
  revision: 1,
  snapshotId: null,
  dataVersions: { students: 'v1' },
  dataHash: 'data-1',
  requestedBy: userId('ana'),
  retryOf: null,
  size: 100,
};

/** A run just queued by ana for the first step. */
export const aQueuedRun = (changes: Partial<QueueRun['run']> = {}): ValidationRun => {
  const decided = decideQueueRun({ type: 'queueRun', run: { ...wanted, ...changes } }, { now: moment('2026-05-05') });
  const [happening] = decided.ok ? decided.value : [];
  if (happening === undefined) throw new Error('queueing a run is never refused');
  return happening.run;
};
