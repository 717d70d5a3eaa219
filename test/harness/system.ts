import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Runtime } from '../../local/start.ts';
import { alertsAbout } from '../story/alerts.ts';
import { type Json, type Judge, type Person, signIn } from '../story/client.ts';
import { listAt } from '../story/read.ts';
import { addressesIn } from './addresses.ts';
import { expectDeclaredOverHttp } from './declared-over-http.ts';
import { seededSystem } from './seeded.ts';
import { unsoundIn } from './verify.ts';

/** The whole system for one test file, freshly seeded, on a clock of its own. */
export interface TestSystem {
  readonly origin: string;
  readonly runtime: Runtime;
  now(): number;
  /** Signs somebody in by the clock as it is now: a token does not outlive a moved clock. */
  as(name: string): Promise<Person>;
  /** Moves the clock forward; what became due has been handed out when this resolves. */
  moveTo(instant: string | number): Promise<void>;
  /** Waits until nothing moves but what waits for a person or a time. */
  atRest(): Promise<void>;
  /** The executions of the flows that are about this certification event. */
  executionsOf(eventId: string): Promise<readonly Json[]>;
  /** A person's alerts about a certification event, by their text. */
  alertsOf(name: string, eventId: string): Promise<readonly string[]>;
  /** What has passed since the file began: messages, requests, and the addresses that answers gave away. */
  readonly overheard: readonly Passed[];
}

export type Passed = readonly [place: string, text: string];

const quietWithinMs = 90_000;
const restedWithinMs = 20_000;

/** Begins a system before the first test of a file and judges it after the last. Faults end with the test that set them. */
export const useSystem = (): TestSystem => {
  let running: Runtime | undefined;
  const said: string[] = [];
  const overheard: Passed[] = [];
  const runtime = (): Runtime => {
    if (running === undefined) throw new Error('the system does not run');
    return running;
  };
  beforeAll(async () => {
    running = await seededSystem({ log: (line) => said.push(line), overhear: (...passed) => overheard.push(passed) });
  }, 300_000);
  afterEach(() => running?.faults.clear());
  afterAll(async () => {
    // Sound at rest, and sound where a lost worker's message keeps it from rest.
    await running?.untilQuiet(restedWithinMs);
    const unsound = running ? await unsoundIn(running) : [];
    // Whatever the tests of a file have done, they leave a system that an operator would find sound.
    expect(unsound).toEqual([]);
    // A call that no role allows is a mistake of ours, even where a retry or a catch hides it.
    expect(said.filter((line) => line.includes('is not authorized'))).toEqual([]);
  });
  const judge: Judge = (method, path, answer) => {
    overheard.push(...addressesIn(answer.text).map((address) => ['address in an answer', address] as const));
    expectDeclaredOverHttp(method, path, answer);
  };
  const as = (name: string): Promise<Person> => signIn(runtime().url, name, judge);
  return {
    get origin() {
      return runtime().url;
    },
    get runtime() {
      return runtime();
    },
    now: () => runtime().clock.now().getTime(),
    as,
    moveTo: (instant) => runtime().clock.moveTo(new Date(instant)),
    async atRest() {
      if (!(await runtime().untilQuiet(quietWithinMs))) throw new Error('the system does not come to rest');
    },
    async executionsOf(eventId) {
      const response = await fetch(`${runtime().url}/_local/state`);
      const state: unknown = await response.json();
      return listAt(Object(state), 'executions').filter((one) => String(one['name']).includes(eventId));
    },
    overheard,
    alertsOf: async (name, eventId) => alertsAbout(await as(name), eventId),
  };
};
