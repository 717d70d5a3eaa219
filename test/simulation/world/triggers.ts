import { arnOfSchedule, type Schedule } from '../../../local/schedules/schedule.ts';
import { context } from '../../fakes/in-process-api.ts';
import type { Chance } from '../../model/play/chance.ts';
import type { FaultName, FaultRates } from './faults.ts';
import type { SimulatedFunctions } from './functions.ts';
import type { Outcome } from './outcome.ts';
import type { Turns } from './turns.ts';

export interface TriggersWorld {
  readonly turns: Turns;
  readonly chance: Chance;
  readonly rates: () => FaultRates;
  readonly befalls: (name: FaultName) => boolean;
  readonly now: () => number;
  readonly invoke: <Value>(name: string, work: () => Promise<Value>) => Promise<Outcome<Value>>;
  readonly functions: Pick<SimulatedFunctions, 'relay' | 'fire' | 'sweep'>;
  readonly schedules: Map<string, Schedule>;
}

const sweepMillis = 5 * 60_000;
const longestDelayMillis = 600_000;
/** Schedules fire within a minute of their time. */
const precisionMillis = 60_000;
const mostFirings = 3;

/** What wakes functions besides queues and people: the table's stream, schedules, and the sweeper's five minutes. */
export class Triggers {
  readonly #world: TriggersWorld;

  constructor(world: TriggersWorld) {
    this.#world = world;
  }

  /** When the next schedule is due. */
  nextAt(): number {
    return Math.min(Infinity, ...[...this.#world.schedules.values()].flatMap(({ nextAt }) => nextAt?.getTime() ?? []));
  }

  fireDue(now: number): void {
    const { schedules, chance, rates } = this.#world;
    for (const schedule of schedules.values()) {
      const { nextAt, definition } = schedule;
      if (nextAt === undefined || nextAt.getTime() > now) continue;
      schedules.delete(arnOfSchedule(definition));
      const place = chance.next();
      const { scheduleMissed, scheduleTwice } = rates();
      const times = place < scheduleMissed ? 0 : place < scheduleMissed + scheduleTwice ? 2 : 1;
      const input = JSON.parse(definition.Target.Input ?? '{}');
      for (let nth = 1; nth <= times; nth += 1)
        this.#fireLater(definition.Name, input, { delay: this.#lateness(), attempt: 1 });
    }
  }

  sweepLater(): void {
    const { invoke, functions } = this.#world;
    this.#later(sweepMillis, 'sweep', () => {
      this.sweepLater();
      void invoke('sweep', () => functions.sweep({}, context));
    });
  }

  /** A new row is on its way to the relay, perhaps late, perhaps twice. */
  relay(partitionKey: string): void {
    if (!partitionKey.startsWith('OUTBOX#')) return;
    const { chance, rates } = this.#world;
    const delay = chance.next() < rates().delay ? Math.floor(chance.next() * longestDelayMillis) : 10;
    const times = chance.next() < rates().duplicate ? 2 : 1;
    for (let nth = 1; nth <= times; nth += 1) this.#relayLater(partitionKey, delay * nth);
  }

  #lateness(): number {
    const { chance, befalls } = this.#world;
    if (befalls('scheduleLate')) return Math.floor(chance.next() * precisionMillis);
    return befalls('scheduleVeryLate') ? Math.floor(chance.next() * longestDelayMillis) : 0;
  }

  #later(delay: number, name: string, take: () => void): void {
    this.#world.turns.at(this.#world.now() + delay, name, take);
  }

  #fireLater(name: string, input: unknown, { delay, attempt }: { delay: number; attempt: number }): void {
    const { invoke, functions } = this.#world;
    this.#later(delay, `fire ${name} ${attempt}`, () => {
      void invoke(`fire ${name}`, () => functions.fire(input, context)).then(({ kind }) => {
        if (kind !== 'DONE' && attempt < mostFirings)
          this.#fireLater(name, input, { delay: 60_000 * attempt, attempt: attempt + 1 });
      });
    });
  }

  #relayLater(partitionKey: string, delay: number): void {
    const { invoke, functions } = this.#world;
    this.#later(delay, `relay ${partitionKey}`, () => {
      const trigger = { Records: [{ dynamodb: { Keys: { pk: { S: partitionKey } } } }] };
      void invoke(`relay ${partitionKey}`, () => functions.relay(trigger, context)).then(({ kind }) => {
        if (kind !== 'DONE') this.#relayLater(partitionKey, 1_000);
      });
    });
  }
}
