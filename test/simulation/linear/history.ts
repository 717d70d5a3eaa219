import { context, triggerOf } from '../../fakes/in-process-api.ts';
import { chanceFrom, type Chance } from '../../model/play/chance.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { beginningAt } from '../play/beginning.ts';
import { idsOf } from '../play/ids.ts';
import { noFaults } from '../world/faults.ts';
import type { Plant } from '../world/options.ts';
import { World } from '../world/world.ts';
import type { Operation, Recorded, Register } from './linearizable.ts';

const people = 4;
const turnsEach = 3;
const rates = { ...noFaults, throttle: 0.02, lostReply: 0.05, killBefore: 0.01, killAfter: 0.02, conflict: 0.1 };

interface Answer {
  readonly status: number;
  readonly register: Register;
}

const ask = async (
  world: World,
  method: 'GET' | 'PUT',
  request: { readonly body?: object; readonly expected?: number | null },
  requestId: string,
): Promise<Answer | undefined> => {
  const { body, expected } = request;
  const headers = expected === undefined ? {} : { 'if-match': expected === null ? '*' : `"${expected}"` };
  const trigger = triggerOf('admin', method, '/v1/settings', { ...(body && { body }), headers }, requestId);
  const outcome = await world.invoke(requestId, () => world.functions.api(trigger, context));
  if (outcome.kind !== 'DONE' || (outcome.value.statusCode ?? 500) >= 500) return undefined;
  const { statusCode = 0, headers: answered = {}, body: text } = outcome.value;
  const version = Number(/\d+/.exec(String(answered['etag'] ?? answered['ETag'] ?? ''))?.[0] ?? 0);
  return { status: statusCode, register: { name: JSON.parse(text ?? '{}').name, version } };
};

const settings = (name: string) => ({
  name,
  shortName: 'Montana',
  timeZone: 'America/Denver',
  warningPolicy: 'NONE',
});

const wrote = (answer: Answer | undefined, expected: number | null, name: string): Operation => {
  if (answer === undefined) return { kind: 'LOST', expected, name };
  if (answer.status === 200) return { kind: 'WRITTEN', expected, name, version: answer.register.version };
  if (answer.status === 412) return { kind: 'STALE', expected };
  throw new Error(`the settings are answered ${answer.status}`);
};

/** One person reads and writes; what he read last is what he expects, or he insists. */
const takePart = async (world: World, chance: Chance, person: string, start: Register): Promise<Recorded[]> => {
  const recorded: Recorded[] = [];
  let known: number = start.version;
  for (let turn = 1; turn <= turnsEach; turn += 1) {
    const name = `${person}-${turn}`;
    const begun = world.moment();
    if (chance.next() < 0.4) {
      const answer = await ask(world, 'GET', {}, name);
      if (answer === undefined) continue;
      known = answer.register.version;
      recorded.push({ begun, ended: world.moment(), operation: { kind: 'READ', saw: answer.register } });
      continue;
    }
    const expected = chance.next() < 0.3 ? null : known;
    const answer = await ask(world, 'PUT', { body: settings(name), expected }, name);
    const operation = wrote(answer, expected, name);
    if (operation.kind === 'WRITTEN') known = operation.version;
    recorded.push({ begun, ended: operation.kind === 'LOST' ? Infinity : world.moment(), operation });
  }
  return recorded;
};

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
  const histories = Array.from({ length: people }, (_, index) => takePart(world, chance, `person${index}`, start));
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
