import { describe, expect, it } from 'vitest';
import { aQueuedRun, aRuleResult, aRunOutcome } from '../../../test/builders/runs.ts';
import { moment } from '../../../test/builders/time.ts';
import type { RunCommand } from './commands.ts';
import { blockersOf, decideRetry, decideRun } from './decide.ts';
import { evolveRun } from './evolve.ts';
import { isRunProblemCode } from './problems.ts';
import type { ValidationRun } from './state.ts';
import { runTitle } from './title.ts';

const context = { now: moment('2026-05-06') };
const start = { type: 'startRun' } as const;
const complete = { type: 'completeRun', outcome: aRunOutcome(aRuleResult()) } as const;
const fail = { type: 'failRun', problemCode: 'RUN_DATA_UNREADABLE' } as const;
const cancel = { type: 'cancelRun' } as const;
const requeue = { type: 'requeueRun' } as const;
const supersede = { type: 'supersedeRun' } as const;

const after = (run: ValidationRun, ...commands: readonly RunCommand[]): ValidationRun =>
  commands.reduce((state, command) => {
    const decided = decideRun(state, command, context);
    if (!decided.ok) throw new Error(decided.failure.code);
    return decided.value.reduce(evolveRun, state);
  }, run);

const queued = aQueuedRun();
const running = after(queued, start);
const endings: readonly (readonly [string, ValidationRun])[] = [
  ['COMPLETED', after(running, complete)],
  ['FAILED', after(running, fail)],
  ['CANCELLED', after(queued, cancel)],
  ['SUPERSEDED', after(running, supersede)],
];

describe('A run that has ended', () => {
  it.each(endings)('as %s is not changed by anything that comes late', (status, run) => {
    expect(run.status).toBe(status);
    expect(after(run, start, complete, fail, requeue, supersede)).toEqual(run);
  });

  it.each(endings)('as %s cannot be cancelled', (status, run) => {
    const decided = decideRun(run, cancel, context);
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'RUN_FINISHED', facts: { status } });
  });

  it('is retried only when it gave no result', () => {
    const outcome = (run: ValidationRun) => {
      const decided = decideRetry(run);
      return decided.ok ? 'ok' : decided.failure.code;
    };
    expect(decideRetry(after(queued, cancel))).toEqual({ ok: true, value: [] });
    expect(decideRetry(running)).toEqual({
      ok: false,
      failure: { code: 'RUN_NOT_FAILED', facts: { status: 'RUNNING' } },
    });
    expect(endings.map(([, run]) => outcome(run))).toEqual(['RUN_NOT_FAILED', 'ok', 'ok', 'RUN_NOT_FAILED']);
    expect([outcome(queued), outcome(running)]).toEqual(['RUN_NOT_FAILED', 'RUN_NOT_FAILED']);
  });
});

describe('A run', () => {
  it('starts once, whoever else takes its message', () => {
    expect(running).toEqual({ ...queued, status: 'RUNNING', startedAt: context.now });
    expect(after(running, start)).toEqual(running);
  });

  it('completes only while it runs, with what it found', () => {
    expect(after(queued, complete)).toEqual(queued);
    expect(after(running, complete)).toMatchObject({
      status: 'COMPLETED',
      startedAt: context.now,
      finishedAt: context.now,
      blockers: 0,
      recordsRead: 100,
    });
  });

  it('fails from the queue too, with a reason', () => {
    const failed = { status: 'FAILED', finishedAt: context.now, problemCode: 'RUN_DATA_UNREADABLE' };
    expect(after(queued, fail)).toEqual({ ...queued, ...failed });
    expect(after(running, fail)).toEqual({ ...queued, ...failed });
  });

  it('is cancelled on request, and then says so', () => {
    const cancelled = { status: 'CANCELLED', finishedAt: context.now, problemCode: 'RUN_CANCELLED' };
    expect(after(running, cancel)).toEqual({ ...queued, ...cancelled });
  });

  it('goes back to the queue twice when its worker is lost, then fails', () => {
    const twice = after(queued, start, requeue, start, requeue);
    expect(twice).toMatchObject({ status: 'QUEUED', requeues: 2 });
    expect(after(twice, start, requeue)).toMatchObject({ status: 'FAILED', problemCode: 'RUN_INTERRUPTED' });
    expect(after(queued, requeue)).toEqual(queued);
  });

  it('superseded keeps nothing of what it found', () => {
    const superseded = { status: 'SUPERSEDED', finishedAt: context.now, problemCode: 'RUN_REPLACED' };
    expect(after(running, supersede)).toEqual({ ...queued, ...superseded });
    expect(after(queued, supersede)).toEqual({ ...queued, ...superseded });
  });

  it('that is not running cannot have completed: such a record is a fault', () => {
    const happening = { type: 'RunCompleted', at: context.now, outcome: aRunOutcome(), blockers: 0 } as const;
    expect(() => evolveRun(queued, happening)).toThrow('not RUNNING');
  });
});

describe('Why a run gave no result', () => {
  it('is a code that is told from those of rules', () => {
    expect(isRunProblemCode('RUN_INTERRUPTED')).toBe(true);
    expect([undefined, 'SQL_INVALID'].map(isRunProblemCode)).toEqual([false, false]);
  });
});

describe('Blockers', () => {
  it('are the rows of Fatal rules and the Fatal rules that could not be run', () => {
    const results = [
      aRuleResult({ outcome: 'FINDINGS', count: 2 }),
      aRuleResult({ outcome: 'ERRORED', count: 0 }),
      aRuleResult({ outcome: 'NOT_APPLICABLE', count: 0 }),
      aRuleResult({ outcome: 'PASSED' }),
      aRuleResult({ severity: 'SPECIAL_WARNING', outcome: 'FINDINGS', count: 50 }),
      aRuleResult({ severity: 'WARNING', outcome: 'ERRORED' }),
      aRuleResult({ severity: 'INFO', outcome: 'LISTED', count: 173 }),
    ];
    expect(blockersOf(results)).toBe(3);
  });
});

describe('The title of a run', () => {
  const subject = { name: 'Student Tardiness', number: 96, organizationId: '0588' } as const;

  it.each([
    ['DISTRICT', 'DISTRICT', 'Student Tardiness DC 96.0.1'],
    ['DISTRICT', 'STATE', 'Student Tardiness DC 96.0.2'],
    ['SCHOOL', 'SNAPSHOT', 'Student Tardiness DC 96.0588.3'],
  ] as const)('at %s level on the %s lane', (level, lane, title) => {
    expect(runTitle({ ...subject, level, lane })).toBe(title);
  });
});
