import { createHash } from 'node:crypto';
import { createScheduleService } from '../../../local/schedules/api/service.ts';
import { createScheduleStore } from '../../../local/schedules/schedule-store.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { context } from '../../fakes/in-process-api.ts';
import type { Chance } from '../../model/play/chance.ts';
import type { SentMail } from '../aws/messages.ts';
import { SimulatedObjects } from '../aws/objects.ts';
import { SimulatedTable } from '../aws/table.ts';
import { textAt } from '../aws/values.ts';
import type { WireAnswer, WireCall } from '../aws/wire.ts';
import { rememberingIngester } from './remembering-ingester.ts';
import { type Actor, actAs, arrive, endOf, isKilled, Killed, newActor } from './actors.ts';
import { openClients, type ServiceName } from './clients.ts';
import { VirtualClock } from './clock.ts';
import { Closings } from './closings.ts';
import { befalls, callFault, type FaultName, type FaultRates } from './faults.ts';
import { localClock, simulatedFlows } from './flows.ts';
import { functionsOf, portsOf } from './functions.ts';
import type { WorldOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { SimulatedQueues } from './queues.ts';
import { conflicted, halfOf, operationOf, type Services, serve, throttled } from './transport.ts';
import { Triggers } from './triggers.ts';
import { Turns } from './turns.ts';

const indexLagMillis = 10_000;
const skewMillis = 5_000;
const longestWayMillis = 60_000;

const lostReply = (): Error => Object.assign(new Error('the reply was lost'), { name: 'TimeoutError' });

/** The whole system: its functions over simulated services, a clock of its own, and chance that decides what comes next. */
export class World {
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly table: SimulatedTable;
  readonly objects: SimulatedObjects;
  readonly mails: SentMail[] = [];
  readonly closings = new Closings();
  readonly schedules = createScheduleStore(undefined);
  readonly flows;
  readonly queues;
  readonly triggers: Triggers;
  readonly ports;
  readonly functions;
  rates: FaultRates;
  /** What no service may ever be asked: faults of the simulation itself. */
  readonly broken: unknown[] = [];
  calls = 0;
  /** How often each kind of fault befell; those of before there was this count are not in it. */
  readonly befallen = new Map<string, number>();
  readonly #turns: Turns;
  readonly #services: Services;
  readonly #options: WorldOptions;
  readonly #trace = createHash('sha256');
  #invocations = 0;
  #moments = 0;

  constructor(options: WorldOptions) {
    logger.setLogLevel('SILENT');
    const { image, chance, rates, ids, engine, ingester = rememberingIngester } = options;
    this.#options = options;
    this.chance = chance;
    this.rates = rates;
    this.clock = new VirtualClock(image.millis);
    const now = () => this.clock.millis;
    this.table = new SimulatedTable(
      {
        now,
        lagMillis: () => (chance.next() < this.rates.indexLag ? Math.floor(chance.next() * indexLagMillis) : 0),
        onWrite: (item) => this.closings.see(item),
        onInsert: (item) => this.triggers.relay(textAt(item, 'pk') ?? ''),
      },
      image.items,
    );
    this.objects = new SimulatedObjects(image.objects);
    this.flows = simulatedFlows({
      now,
      perform: (machine, payload) => this.#performTask(machine, payload),
      repeats: () => chance.next() < this.rates.taskRepeated,
    });
    this.#turns = new Turns(() => this.flows.isBusy());
    this.schedules.groups.set('default', { name: 'default', createdAt: new Date(0), fromTemplate: true });
    for (const [arn, schedule] of image.schedules) this.schedules.schedules.set(arn, schedule);
    const clients = openClients((service, call) => this.#reach(service, call));
    this.ports = portsOf({ clients, clock: this.clock, ids, engine, ingester });
    this.functions = functionsOf(this.ports);
    this.queues = new SimulatedQueues({
      turns: this.#turns,
      chance,
      rates: () => this.rates,
      now,
      invoke: (name, work) => this.invoke(name, work),
      workers: this.functions.workers,
    });
    this.triggers = new Triggers({
      turns: this.#turns,
      chance,
      rates: () => this.rates,
      now,
      invoke: (name, work) => this.invoke(name, work),
      befalls: (name) => this.befalls(name),
      functions: this.functions,
      schedules: this.schedules.schedules,
    });
    this.#services = {
      table: this.table,
      objects: this.objects,
      accounts: new Map(image.accounts),
      mails: this.mails,
      now,
      send: (queue, body) => this.queues.send(queue, body),
      flows: this.flows.service,
      schedules: createScheduleService(this.schedules, localClock(now)),
    };
    this.flows.adopt(image.executions);
    this.flows.resume();
    this.triggers.sweepLater();
  }

  /** Moments in their order, for whoever records what happened when. */
  moment(): number {
    this.#moments += 1;
    return this.#moments;
  }

  /** One hash of everything that happened, in its order. */
  get trace(): string {
    return this.#trace.copy().digest('hex');
  }

  get waiting(): readonly string[] {
    return this.#turns.waiting;
  }

  get accounts(): ReadonlyMap<string, boolean> {
    return this.#services.accounts;
  }

  at(delay: number, name: string, take: () => void): void {
    this.#turns.at(this.clock.millis + delay, name, take);
  }

  async invoke<Value>(name: string, work: () => Promise<Value>): Promise<Outcome<Value>> {
    this.#invocations += 1;
    const { chance } = this;
    const skew = chance.next() < this.rates.skew ? Math.round((chance.next() * 2 - 1) * skewMillis) : 0;
    const actor = newActor(`${String(this.#invocations).padStart(6, '0')} ${name}`, skew);
    this.#turns.watch(actor);
    try {
      const value = await actAs(actor, work);
      return actor.alive ? { kind: 'DONE', value } : endOf(actor);
    } catch (fault) {
      if (!actor.alive) return endOf(actor);
      return { kind: 'FAILED', fault: fault instanceof Error ? fault : new Error(String(fault)) };
    } finally {
      this.#turns.leave(actor);
    }
  }

  /** One thing that can happen now happens; with nothing to do, the time of the next thing comes. False: nothing is left before `until`. */
  async step(until = Infinity): Promise<boolean> {
    await this.#turns.settled();
    this.#options.atRest?.();
    if (this.chance.next() < this.rates.flowsInterrupted) await this.flows.interrupt();
    if (this.befalls('purge')) this.queues.purge();
    this.triggers.fireDue(this.clock.millis);
    const choices = this.#turns.choices(this.clock.millis);
    if (choices.length === 0) return this.#wait(until);
    const choice = this.chance.pick(choices);
    this.#trace.update(`${this.clock.millis} ${choice.name}\n`);
    this.clock.millis += 1 + Math.floor(this.chance.next() * 10);
    choice.take();
    return true;
  }

  /** Whether a fault befalls now; it is counted. */
  befalls(name: FaultName): boolean {
    const does = befalls(this.chance, this.rates[name]);
    if (does) this.#count(name);
    return does;
  }

  async stop(): Promise<void> {
    await this.flows.stop();
  }

  #wait(until: number): boolean {
    const next = Math.min(this.#turns.nextAt() ?? Infinity, this.triggers.nextAt());
    if (next > until || next === Infinity) return false;
    this.clock.millis = Math.max(this.clock.millis, next);
    return true;
  }

  async #performTask(machine: string, payload: object): Promise<Outcome<unknown>> {
    const { publish, snapshot, approval } = this.functions.tasks;
    const task = { publish, snapshot, approval }[machine];
    if (task === undefined) throw new Error(`there is no machine ${machine}`);
    return this.invoke(`task ${machine} ${JSON.stringify(Object.values(payload)[0])}`, () => task(payload, context));
  }

  async #reach(service: ServiceName, call: WireCall): Promise<WireAnswer> {
    const actor = arrive();
    if (actor === undefined) return this.#serve(service, call);
    if (isKilled(actor)) throw new Killed();
    const operation = operationOf(service, call);
    await this.#turns.park(actor, operation);
    if (isKilled(actor)) throw new Killed();
    this.calls += 1;
    const fault = this.#options.intervene?.(operation) ?? callFault(this.chance, this.rates, operation);
    if (fault !== undefined) this.#count(fault);
    if (fault === 'THROTTLE') return throttled(service);
    if (fault === 'CONFLICT') return conflicted(call);
    if (fault === 'KILL_BEFORE') this.#kill(actor);
    if (fault === 'TIME_OUT') this.#timeOut(actor, service, call);
    const answer = await this.#serve(service, fault === 'PUT_A_PART' ? halfOf(call) : call);
    if (fault === 'LOSE_REPLY') throw lostReply();
    if (fault === 'KILL_AFTER') this.#kill(actor);
    return answer;
  }

  /** The function's time is over while its call is on its way: whoever waits is told at once, and the call takes effect later. */
  #timeOut(actor: Actor, service: ServiceName, call: WireCall): never {
    actor.timedOut = true;
    const delay = Math.floor(this.chance.next() * longestWayMillis);
    this.at(delay, `${actor.name} on its way`, () => void this.#serve(service, call));
    this.#kill(actor);
  }

  #count(name: string): void {
    this.befallen.set(name, (this.befallen.get(name) ?? 0) + 1);
  }

  #kill(actor: Actor): never {
    actor.alive = false;
    throw new Killed();
  }

  async #serve(service: ServiceName, call: WireCall): Promise<WireAnswer> {
    const proceed = (changed: WireCall) => serve(this.#services, service, changed);
    try {
      return await (this.#options.plant?.(service, call, proceed) ?? proceed(call));
    } catch (fault) {
      this.broken.push(fault);
      throw fault;
    }
  }
}
