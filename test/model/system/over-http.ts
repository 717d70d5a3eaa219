import type { TestSystem } from '../../harness/system.ts';
import type { Answer, Person } from '../../story/client.ts';
import type { Asked, Place } from './played.ts';

/* The product as it runs, asked over HTTP by the people themselves. */

/** Those of the model whom the seed has already; whoever is not listed is called as the model calls him. */
const seeded = new Map([
  ['admin', 'state-admin'],
  ['april', 'state-approver'],
  ['stan', 'state-reviewer'],
  ['bea', 'bear-creek-admin'],
  ['gil', 'grand-bend-admin'],
]);

/** What the product calls somebody. */
export const nameOf = (name: string): string => seeded.get(name) ?? name;

const tokenLifetime = 1_200_000;

/** Signs everybody in once, and again when the clock has gone on. */
const signedIn = (system: TestSystem) => {
  const people = new Map<string, { readonly person: Promise<Person>; readonly since: number }>();
  return (name: string): Promise<Person> => {
    const known = people.get(name);
    if (known !== undefined && system.now() - known.since < tokenLifetime) return known.person;
    const person = system.as(nameOf(name));
    people.set(name, { person, since: system.now() });
    return person;
  };
};

const timesAsked = 5;

/**
 * The same people take part in every sequence: what one of them asks in one rests on memberships that another sequence may
 * change at that moment. He is told so, and asks again.
 */
const asksAgain = async (ask: () => Promise<Answer>, times = timesAsked): Promise<Answer> => {
  const answer = await ask();
  return times > 1 && answer.body['code'] === 'CONFLICT' ? asksAgain(ask, times - 1) : answer;
};

/** One way to ask for each place, all of them by the same people. */
export const askingOverHttp = (system: TestSystem): ((place: Place) => Asked) => {
  const as = signedIn(system);
  return (place) => ({
    zone: 'America/Denver',
    place,
    now: () => system.now(),
    nextMoment: () => system.now(),
    ask: async ({ by, method, path, body }) => {
      const headers = method === 'PUT' || method === 'PATCH' || method === 'DELETE' ? { 'if-match': '*' } : {};
      const sent = body === undefined ? { headers } : { headers, body };
      return asksAgain(async () => (await as(by)).send(method, path, sent));
    },
  });
};
