import type { StateOf } from '../../../shared/application/entities.ts';
import type { QueuedRun, RunningRun } from '../../../shared/domain/validation-run/state.ts';
import { ruleId, runId, snapshotId } from '../../../shared/kernel/ids.ts';
import { tardiness } from '../../builders/certification-event.ts';
import { aQueuedRun, aRuleResult, aStoredObject } from '../../builders/runs.ts';
import { aPinnedVersion, aQueuedSnapshot } from '../../builders/snapshots.ts';
import { moment } from '../../builders/time.ts';

const queued: QueuedRun = { ...aQueuedRun(), status: 'QUEUED' };
const running: RunningRun = { ...queued, status: 'RUNNING', startedAt: moment('2026-05-05T18:00:01.250Z') };
const finishedAt = moment('2026-05-05T18:00:09.999Z');

export const runs: readonly StateOf<'run'>[] = [
  queued,
  {
    ...queued,
    step: null,
    group: {
      groupId: tardiness,
      groupVersion: 3,
      name: 'Tardiness',
      rules: [{ ruleId: ruleId('rul_1'), ruleVersion: 2, severityOverride: 'WARNING' }],
    },
    lane: 'SNAPSHOT',
    snapshotId: snapshotId('snp-1'),
    requestedBy: null,
    retryOf: runId('run-0'),
    requeues: 2,
    size: 9_000_000,
    dataVersions: {},
  },
  running,
  {
    ...running,
    status: 'COMPLETED',
    finishedAt,
    results: [
      aRuleResult({ outcome: 'FINDINGS', count: 2, columns: ['studentUniqueId', 'exitDate'] }),
      aRuleResult({
        outcome: 'ERRORED',
        problem: 'The rule was stopped after 60 seconds.',
        problemCode: 'RULE_TIMED_OUT',
        problemFacts: { seconds: '60' },
        severity: 'SPECIAL_WARNING',
      }),
    ],
    blockers: 2,
    findings: aStoredObject(),
    recordsRead: 1234,
    engineVersion: 'duckdb 1.5',
  },
  ...(['FAILED', 'CANCELLED', 'SUPERSEDED'] as const).map((status) => ({
    ...queued,
    status,
    finishedAt,
    problemCode: 'RUN_REPLACED' as const,
  })),
];

const asked = aQueuedSnapshot();

export const snapshots: readonly StateOf<'snapshot'>[] = [
  asked,
  { ...asked, status: 'FAILED', failedAt: finishedAt, problem: 'no data', requestedBy: null },
  {
    ...asked,
    status: 'COMPLETED',
    state: 'LOCKED',
    takenAt: finishedAt,
    pinned: [aPinnedVersion(), aPinnedVersion('sessions')],
    contentHash: 'd1'.repeat(32),
    manifest: aStoredObject('manifest.json'),
    warnings: ['NO_DATA', 'COPIES_DIFFER'],
    supersedes: snapshotId('snp-0'),
  },
];
