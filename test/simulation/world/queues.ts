import type { Chance } from '../../model/play/chance.ts';
import { batchOf, type SimulatedFunctions } from './functions.ts';
import type { FaultRates } from './faults.ts';
import type { Outcome } from './outcome.ts';
import type { Turns } from './turns.ts';

export type WorkerName = keyof SimulatedFunctions['workers'];

interface Message {
  readonly id: string;
  readonly queue: string;
  readonly body: string;
  receives: number;
  gone: boolean;
}

export interface QueuesWorld {
  readonly turns: Turns;
  readonly chance: Chance;
  readonly rates: () => FaultRates;
  readonly now: () => number;
  readonly invoke: <Value>(name: string, work: () => Promise<Value>) => Promise<Outcome<Value>>;
  readonly workers: SimulatedFunctions['workers'];
}

const visibilityMillis = 360_000;
const mostReceives = 5;
const longestDelayMillis = 10 * 60_000;

const isWorker = (name: string, workers: QueuesWorld['workers']): name is WorkerName => Object.hasOwn(workers, name);

/** What Lambda tells a worker of its surroundings, as far as workers read it. */
const contextOf = (name: string) => JSON.parse(JSON.stringify({ awsRequestId: name }));

/** Standard queues: late, in any order, more than once, and after five failures to the dead letters. */
export class SimulatedQueues {
  readonly #world: QueuesWorld;
  readonly #waiting = new Set<Message>();
  readonly #dead: Message[] = [];
  #sent = 0;
  /** Deletes messages when they are handed out, as a careless worker would. */
  acknowledgesEarly = false;

  constructor(world: QueuesWorld) {
    this.#world = world;
  }

  send(queue: string, body: string): string {
    const { chance } = this.#world;
    this.#sent += 1;
    const id = `msg_${String(this.#sent).padStart(5, '0')}`;
    this.#later({ id, queue, body, receives: 0, gone: false }, this.#delay());
    if (chance.next() < this.#world.rates().duplicate)
      this.#later({ id: `${id}x`, queue, body, receives: 0, gone: false }, this.#delay());
    return id;
  }

  /** Everything that was sent and is not done with. */
  get waiting(): readonly Pick<Message, 'id' | 'queue' | 'body'>[] {
    return [...this.#waiting];
  }

  /** An operator empties the queue that something waits in; what was handed out already is worked on. */
  purge(): void {
    const [first] = this.#waiting;
    for (const message of this.#waiting) if (message.queue === first?.queue) this.#forget(message);
  }

  /** An operator puts dead letters back. */
  redrive(): void {
    for (const letter of this.#dead.splice(0)) this.#later({ ...letter, receives: 0, gone: false }, 0);
  }

  #delay(): number {
    const { chance, rates } = this.#world;
    return chance.next() < rates().delay ? Math.floor(chance.next() * longestDelayMillis) : 20;
  }

  #later(message: Message, delay: number): void {
    const { turns, now } = this.#world;
    if (!message.gone) this.#waiting.add(message);
    turns.at(now() + delay, `queue ${message.queue} ${message.id}`, () => void this.#deliver(message));
  }

  #forget(message: Message): void {
    message.gone = true;
    this.#waiting.delete(message);
  }

  async #deliver(message: Message): Promise<void> {
    if (message.gone) return;
    const { workers, chance, rates, invoke } = this.#world;
    message.receives += 1;
    if (message.receives > mostReceives) {
      this.#forget(message);
      if (isWorker(`${message.queue}-dead`, workers)) this.send(`${message.queue}-dead`, message.body);
      else this.#dead.push(message);
      return;
    }
    if (!isWorker(message.queue, workers)) throw new Error(`nobody works on the queue ${message.queue}`);
    const worker = workers[message.queue];
    if (chance.next() < rates().visibility) this.#later(message, 1_000);
    if (this.acknowledgesEarly) this.#forget(message);
    const name = `${message.queue} ${message.id}.${message.receives}`;
    const context = { ...contextOf(name), getRemainingTimeInMillis: () => 240_000 };
    const outcome = await invoke(name, () => worker(batchOf(message.id, message.body), context));
    if (outcome.kind === 'DONE' && outcome.value.batchItemFailures.length === 0) this.#forget(message);
    else this.#later(message, visibilityMillis);
  }
}
