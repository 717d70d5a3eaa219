import { objectStore } from '../../shared/wiring/objects.ts';
import { uncounted } from '../../shared/wiring/meter.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import { agency, putAgency } from './seed/agency.ts';
import { seedEverything } from './seed/everything.ts';
import { administrator, putPerson } from './seed/people.ts';
import { seedCaller } from './seed/place.ts';

/**
 * Fills an empty system for trying it out: `node functions/operator/seed.ts [--empty]`, with a deployment's environment.
 * `--empty` makes only the agency and its first administrator.
 */
const ports = tablePorts(uncounted);
const seed = { ports, caller: seedCaller(agency, ports.clock.now()) };
await putAgency(seed);
await putPerson(seed, administrator(), []);
if (!process.argv.includes('--empty')) await seedEverything(seed, objectStore('uploads'));
