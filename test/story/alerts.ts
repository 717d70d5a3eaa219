import type { Person } from './client.ts';
import { expectStatus, listAt, textAt } from './read.ts';
import { until } from './until.ts';

/** Waits until a person's Message Center has a line with these words. */
export const alertWith = (person: Person, words: string): Promise<string> =>
  until(`${person.name} to be told "${words}"`, async () => {
    const alerts = listAt(expectStatus(await person.get('/v1/alerts?limit=200'), 200), 'items');
    return alerts.map((alert) => textAt(alert, 'name')).find((name) => name.includes(words));
  });
