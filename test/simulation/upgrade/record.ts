/** `node test/simulation/upgrade/record.ts NAME`: writes down in `recorded/` how today's code does one long story. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceFrom } from '../../model/play/chance.ts';
import { moment } from '../../builders/time.ts';
import { millisOf } from '../../../shared/kernel/instant.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { beginningAt, drained, ordinaryDay } from '../play/beginning.ts';
import { Ledger } from '../play/client.ts';
import { idsOf } from '../play/ids.ts';
import { Dispatches } from '../deliveries/dispatches.ts';
import { atWork } from '../play/people.ts';
import { profileOf } from '../play/profile.ts';
import { untilHome } from '../play/run.ts';
import { World } from '../world/world.ts';
import { folder } from './recording.ts';
import { Recorder } from './recorder.ts';

const [name, seed = '1'] = process.argv.slice(2);
if (name === undefined || !/^[\w-]+$/.test(name)) throw new Error('say what the recording is to be called');

const chance = chanceFrom(Number(seed));
const { image: saved, eventId } = await beginningAt('SAVED');
const image = { ...saved, millis: millisOf(moment(ordinaryDay)) };
const recorder = new Recorder(eventId, image);
const { plant, lines } = recorder;
const profile = profileOf('quiet', chance);
const world: World = new World({
  image,
  chance,
  rates: profile.rates,
  ids: idsOf('OLD'),
  engine: outcomeEngine('CLEAN'),
  plant,
  atRest: () => recorder.note(world),
});
const busy = {
  stage: 'SAVED',
  members: 3,
  minutes: 12,
  paceMillis: 45_000,
  closesAt: 0.95,
  republishes: true,
} as const;
await untilHome(
  world,
  atWork(world, { ledger: new Ledger('older-'), dispatches: new Dispatches() }, eventId, { ...profile, ...busy }),
);
await drained(world);
await world.stop();
writeFileSync(join(folder, `${name}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
console.log(`${lines.length} lines in recorded/${name}.jsonl`);
