import { expect, test } from 'vitest';
import { aQueuedRun, aRunOutcome } from '../../../test/builders/runs.ts';
import { moment } from '../../../test/builders/time.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import { organizationId, runId } from '../../kernel/ids.ts';
import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import { waitingTime } from './waiting-time.ts';

const now = moment('2026-05-05');
const after = (seconds: number) => instantFromMillis(millisOf(now) + seconds * 1_000);
const waits = (id: string, size = 0, district = '255901') =>
  aQueuedRun({ id: runId(id), size, organizationId: organizationId(district) });

const runs = (id: string, size: number): ValidationRun => ({ ...waits(id, size), status: 'RUNNING', startedAt: now });
const took = (seconds: number, size: number): ValidationRun => ({
  ...waits('past', size),
  ...{ status: 'COMPLETED', startedAt: now, finishedAt: after(seconds), blockers: 0 },
  ...aRunOutcome(),
});

test('who is next waits for his own run only, and a bigger one takes longer', () => {
  expect(waitingTime(waits('a'), now, { waiting: [waits('a')], history: [] })).toEqual({
    queuePosition: 1,
    etaSeconds: 2,
  });
  const big = waits('big', 20_000_000);
  expect(waitingTime(big, now, { waiting: [big], history: [] }).etaSeconds).toBe(22);
});

test('what waits before counts by its rows, shared among the workers', () => {
  const ahead = Array.from({ length: 9 }, (_, at) => waits(`r${at}`, 0, `other${at}`));
  const waiting = [...ahead, waits('big', 80_000_000, 'other'), waits('a')];
  // Nine of 2 seconds and one of 82, over ten workers, and its own two.
  expect(waitingTime(waits('a'), now, { waiting, history: [] })).toEqual({ queuePosition: 11, etaSeconds: 12 });
});

test('a participant whose runs took three times as long will wait three times as long', () => {
  const history = [took(6, 0), took(600, 0), took(9, 1_000_000)];
  expect(waitingTime(waits('a', 2_000_000), now, { waiting: [], history }).etaSeconds).toBe(12);
  const others = history.map((past) => ({ ...past, organizationId: organizationId('elsewhere') }));
  expect(waitingTime(waits('a', 2_000_000), now, { waiting: [], history: others }).etaSeconds).toBe(4);
});

test('a run that is under way has what is left of it, at least a second; one that ended has nothing', () => {
  const nothing = { waiting: [], history: [] };
  expect(waitingTime(runs('a', 8_000_000), after(4), nothing)).toEqual({ queuePosition: null, etaSeconds: 6 });
  expect(waitingTime(runs('a', 8_000_000), after(60), nothing).etaSeconds).toBe(1);
  expect(waitingTime(took(6, 0), now, nothing)).toEqual({ queuePosition: null, etaSeconds: null });
});
