import type { Meter } from '../../../shared/application/ports/meter.ts';
import type { Clock } from '../../../shared/application/ports/world.ts';
import type { EngineFault } from '../../../shared/engine/sandbox/engine-process.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import { faultFacts, logger } from '../../../shared/runtime/logger.ts';

interface Bell {
  readonly clock: Clock;
  readonly meter: Meter;
}

/**
 * A mistake of ours in judging a rule. Its run ends with a result that says so, and its message is done, so that neither the
 * queue nor the function's own errors would tell anybody: the count rings.
 */
export const ringsForGate =
  ({ clock, meter }: Bell) =>
  (runId: RunId) =>
  (fault: EngineFault): void => {
    logger.error('rule gate failed', { runId, ...faultFacts(fault) });
    meter.count([{ metric: 'RuleGateFaults', value: 1 }], clock.now());
  };
