import { context, triggerOf } from '../../fakes/in-process-api.ts';
import { chanceFrom } from '../../model/play/chance.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { beginningAt } from '../play/beginning.ts';
import { idsOf } from '../play/ids.ts';
import { noFaults } from '../world/faults.ts';
import type { Plant } from '../world/options.ts';
import { World } from '../world/world.ts';
import type { Recorded, Register } from './linearizable.ts';
import { type Desk, takePart } from './take-part.ts';

const people = 4;
const turnsEach = 3;
const rates = { ...noFaults, throttle: 0.02, lostReply: 0.05, killBefore: 0.01, killAfter: 0.02, conflict: 0.1 };

const settings = (name: string) => ({
  name,
  shortName: 'Montana',
  timeZone: 'America/Denver',
  warningPolicy: 'NONE',
});

/** The agency's name, over the functions in this process. */
const deskIn = (world: World): Desk => {
  const ask = async (
    method: 'GET' | 'PUT',
    request: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> },
    requestId: string,
  ): Promise<(Register & { readonly status: number }) | undefined> => {
    const trigger = triggerOf('admin', method, '/v1/settings', request, requestId);
    const outcome = await world.invoke(requestId, () => world.functions.api(trigger, context));
    if (outcome.kind !== 'DONE' || (outcome.value.statusCode ?? 500) >= 500) return undefined;
    const { statusCode = 0, headers: answered = {}, body: text } = outcome.value;
    const version = Number(/\d+/.exec(String(answered['etag'] ?? answered['ETag'] ?? ''))?.[0] ?? 0);
    return { status: statusCode, name: JSON.parse(text ?? '{}').name, version };
  };
  return {
    moment: () => world.moment(),
    read: (requestId) => ask('GET', {}, requestId),
    write: (requestId, name, expected) =>
      ask('PUT', { body: settings(name), headers: { 'if-match': ifMatch(expected) } }, requestId),
  };
};

export const ifMatch = (expected: number | null): string => (expected === null ? '*' : `"${expected}"`);

export interface History {
  readonly start: Register;
  readonly recorded: readonly Recorded[];
}

/** Twelve operations of four people at once, their calls interleaved by chance, some lost or killed on the way. */
export const recordHistory = async (seed: number, plant?: Plant): Promise<History> => {
  const chance = chanceFrom(seed);
  const { image } = await beginningAt('SAVED');
  const world = new World({ image, chance, rates, ids: idsOf('L'), engine: outcomeEngine('CLEAN'), plant });
  const read = await world.ports.store.load('agency', 'AGENCY');
  if (read === undefined) throw new Error('there is no agency');
  const start = { name: read.state.name, version: read.version };
  const desk = deskIn(world);
  const histories = Array.from({ length: people }, (_, index) => {
    const names = Array.from({ length: turnsEach }, (_turn, turn) => `person${index}-${turn + 1}`);
    return takePart(desk, chance, names, start);
  });
  let over = false;
  const all = Promise.all(histories).finally(() => {
    over = true;
  });
  const isOver = () => over;
  while (!isOver()) await world.step();
  const recorded = (await all).flat();
  await world.stop();
  return { start, recorded };
};
