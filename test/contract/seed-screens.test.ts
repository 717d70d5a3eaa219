import { beforeAll, expect, inject, test } from 'vitest';
import { type OpenScreen, openSeedScreens } from './screens/open.ts';
import { screens } from './screens/screens.ts';

let open: OpenScreen;
beforeAll(async () => {
  open = await openSeedScreens(inject('dynamoDbEndpoint'));
});

test.each(screens)('$screen is one request of the API and cheap', async (screen) => {
  const { status, items, queries, reads, others, units } = await open(screen);
  expect(status).toBe(200);
  expect(items).not.toEqual([]);
  expect(queries).toBeLessThanOrEqual(2);
  expect({ queries, reads, others }).toEqual({ queries: screen.queries, reads: screen.reads, others: 0 });
  expect(units).toBeLessThanOrEqual(screen.units);
});
