import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { Chance } from '../../model/play/chance.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';

/** An engine that finds what chance says, mostly nothing. */
export const chanceEngine = (chance: Chance): ValidationEngine => ({
  run: (job, abort) =>
    outcomeEngine(chance.weighted({ CLEAN: 80, WARNING: 8, FATAL: 8, ERRORED: 2, BROKEN: 2 })).run(job, abort),
});
