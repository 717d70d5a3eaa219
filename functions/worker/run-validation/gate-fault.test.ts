import { expect, test, vi } from 'vitest';
import type { Measure } from '../../../shared/application/ports/meter.ts';
import { EngineFault } from '../../../shared/engine/sandbox/engine-process.ts';
import { runId } from '../../../shared/kernel/ids.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { moment } from '../../../test/builders/time.ts';
import { settableClock } from '../../../test/fakes/settable-clock.ts';
import { ringsForGate } from './gate-fault.ts';

test('a bug in the gate is an error in the log, under the run, and is counted for the alarm', () => {
  const clock = settableClock(moment('2026-05-05'));
  const counted: unknown[] = [];
  const meter = { count: (measures: readonly Measure[], at: unknown) => void counted.push([measures, at]) };
  const error = vi.spyOn(logger, 'error').mockReturnValue();
  const fault = new EngineFault('the gate failed over a text', '');
  fault.name = 'TypeError';
  fault.stack = 'TypeError: a text\n    at passGate (gate.ts:1:1)';
  ringsForGate({ clock, meter })(runId('run_1'))(fault);
  expect(error.mock.calls).toEqual([
    ['rule gate failed', { runId: 'run_1', fault: 'TypeError', where: ['at passGate (gate.ts:1:1)'] }],
  ]);
  error.mockRestore();
  expect(counted).toEqual([[[{ metric: 'RuleGateFaults', value: 1 }], clock.now()]]);
});
