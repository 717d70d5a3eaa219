import { context, triggerOf } from '../../fakes/in-process-api.ts';
import type { World } from '../world/world.ts';

export interface Reply {
  readonly status: number;
  // A test reads a reply by the path it is about.
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Told {
  readonly key: string;
  readonly operation: string;
  readonly replies: Reply[];
  /** What the person heard in the end; undefined when he gave up. */
  heard: Reply | undefined;
}

const mostTries = 8;

/** What everybody was told about every request with a key. */
export class Ledger {
  readonly told: Told[] = [];
  /** Before every key, where people of an earlier time had keys too. */
  readonly era: string;

  constructor(era = '') {
    this.era = era;
  }

  open(key: string, operation: string): Told {
    const entry: Told = { key, operation, replies: [], heard: undefined };
    this.told.push(entry);
    return entry;
  }
}

/** One person at a browser: asks, and asks again under the same key until there is an answer. */
export class Client {
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly name: string;
  readonly #window: string;
  #asked = 0;

  /** One person may have several windows open. */
  constructor(world: World, ledger: Ledger, name: string, window = 'first') {
    this.#world = world;
    this.#ledger = ledger;
    this.name = name;
    this.#window = `${ledger.era}${name}-${window}`;
  }

  pause(millis: number): Promise<void> {
    return new Promise((resolve) =>
      this.#world.at(Math.max(1, Math.floor(millis)), `pause of ${this.#window}`, resolve),
    );
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Reply | undefined> {
    this.#asked += 1;
    const key = `${this.#window}-${this.#asked}`;
    const entry = method === 'POST' ? this.#ledger.open(key, path) : undefined;
    for (let attempt = 1; attempt <= mostTries; attempt += 1) {
      const reply = await this.#once(method, path, body, `${key}.${attempt}`, key);
      if (reply !== undefined && reply.status < 500) entry?.replies.push(reply);
      const isHeard = this.#world.chance.next() >= this.#world.rates.lostReply;
      if (reply !== undefined && reply.status < 500 && isHeard) {
        if (entry !== undefined) entry.heard = reply;
        return reply;
      }
      await this.pause(500 + this.#world.chance.next() * 5_000);
    }
    return undefined;
  }

  async #once(method: string, path: string, body: unknown, requestId: string, key: string): Promise<Reply | undefined> {
    const asked = {
      ...(body === undefined ? {} : { body }),
      ...(method === 'POST' ? { key } : {}),
      ...(method === 'PUT' || method === 'DELETE' ? { headers: { 'if-match': '*' } } : {}),
    };
    const trigger = triggerOf(this.name, method, path, asked, requestId);
    const outcome = await this.#world.invoke(`api ${requestId} ${method}`, () =>
      this.#world.functions.api(trigger, context),
    );
    if (outcome.kind !== 'DONE') return undefined;
    const { statusCode = 0, body: text } = outcome.value;
    return { status: statusCode, body: text === undefined || text === '' ? undefined : JSON.parse(text) };
  }
}
