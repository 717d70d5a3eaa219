import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { Ingester } from '../../../shared/application/ports/ingester.ts';
import type { Chance } from '../../model/play/chance.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { rememberingIngester } from '../world/remembering-ingester.ts';

/** An engine that finds what chance says, mostly nothing. */
export const chanceEngine = (chance: Chance): ValidationEngine => ({
  run: (job, abort) =>
    outcomeEngine(chance.weighted({ CLEAN: 80, WARNING: 8, FATAL: 8, ERRORED: 2, BROKEN: 2 })).run(job, abort),
});

/** The engine that checks deliveries, which sometimes dies of nothing that is in the file. */
export const chanceIngester = (chance: Chance): Ingester => ({
  ingest: async (file) => {
    if (chance.next() < 0.04) throw new Error('the engine has gone');
    return rememberingIngester.ingest(file);
  },
});
