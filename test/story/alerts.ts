import type { Person } from './client.ts';
import { expectStatus, listAt, textAt } from './read.ts';
import { until } from './until.ts';

/** Waits until a person's Message Center has a line with these words. */
export const alertWith = (person: Person, words: string): Promise<string> =>
  until(`${person.name} to be told "${words}"`, async () => {
    const alerts = listAt(expectStatus(await person.get('/v1/alerts?limit=200'), 200), 'items');
    return alerts.map((alert) => textAt(alert, 'name')).find((name) => name.includes(words));
  });

/** What a person was told about a certification event, by the words. */
export const alertsAbout = async (person: Person, eventId: string): Promise<readonly string[]> => {
  const alerts = listAt(expectStatus(await person.get('/v1/alerts?limit=200'), 200), 'items');
  return alerts.filter((alert) => textAt(alert, 'link').includes(eventId)).map((alert) => textAt(alert, 'name'));
};

/** Waits until an approver was told of this many sendings of a certification event. */
export const sendingsTold = (approver: Person, eventId: string, count: number): Promise<true> =>
  until(`${count} sendings to be told`, async () => {
    const told = await alertsAbout(approver, eventId);
    return told.filter((words) => words.includes('sent its certification')).length >= count ? true : undefined;
  });
