import type { Person } from './client.ts';
import { expectStatus, listAt, textAt } from './read.ts';
import { until } from './until.ts';

/** Waits until a person's Message Center has a line with these words. */
export const alertWith = (person: Person, words: string): Promise<string> =>
  until(`${person.name} to be told "${words}"`, async () => {
    const alerts = listAt(expectStatus(await person.get('/v1/alerts?limit=200'), 200), 'items');
    return alerts.map((alert) => textAt(alert, 'name')).find((name) => name.includes(words));
  });

/** Waits until an approver was told of this many sendings of a certification event. */
export const sendingsTold = (approver: Person, eventId: string, count: number): Promise<true> =>
  until(`${count} sendings to be told`, async () => {
    const alerts = listAt(expectStatus(await approver.get('/v1/alerts?limit=200'), 200), 'items');
    const told = alerts.filter(
      (alert) => textAt(alert, 'link').includes(eventId) && textAt(alert, 'name').includes('sent its certification'),
    );
    return told.length >= count ? true : undefined;
  });
