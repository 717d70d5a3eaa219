import { chanceFrom } from '../../model/play/chance.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { beginningAt, drained } from '../play/beginning.ts';
import { Client, Ledger } from '../play/client.ts';
import { idsOf } from '../play/ids.ts';
import { wrongIn } from '../play/judge.ts';
import { noFaults } from '../world/faults.ts';
import type { Plant } from '../world/options.ts';
import { World } from '../world/world.ts';

/** Everybody submits while it is closed, twice at once; their calls are interleaved by chance. What is wrong afterwards. */
export const closeRace = async (seed: number, plant?: Plant): Promise<readonly string[]> => {
  const { image, eventId } = await beginningAt('READY');
  const chance = chanceFrom(seed);
  const world = new World({ image, chance, rates: noFaults, ids: idsOf('K'), engine: outcomeEngine('CLEAN'), plant });
  const ledger = new Ledger();
  const ask = (name: string, window: string, path: string, body: object) =>
    new Client(world, ledger, name, window).ask('POST', path, body);
  const asked = [
    ask('admin', 'one', `/v1/certification-events/${eventId}/close`, { comment: 'done', confirm: true }),
    ...['ana 255903', 'cora 255903', 'gus 255901'].flatMap((text) => {
      const [name = '', org = ''] = text.split(' ');
      const attestation = { name, accepted: true };
      return ['one', 'other'].map((window) =>
        ask(name, window, `/v1/certifications/${eventId}/${org}/submit`, { attestation }),
      );
    }),
  ];
  await drained(world, 12);
  await Promise.all(asked);
  const wrong = await wrongIn(world, ledger);
  await world.stop();
  return wrong;
};
