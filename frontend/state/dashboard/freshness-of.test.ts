import { expect, test } from 'vitest';
import { freshnessOf } from './freshness-of.ts';

const lane = (acceptedAt: string) => ({ version: '1', rows: 1, acceptedAt });

test('A district is as fresh as its newest delivery, and behind by what the state lacks', () => {
  const status = {
    id: '255903',
    organizationId: '255903',
    paused: false,
    columnMappings: [],
    datasets: [
      { dataset: 'a', district: lane('2026-05-01T00:00:00Z'), state: null, lagSeconds: null, inSync: false },
      { dataset: 'b', district: lane('2026-05-03T00:00:00Z'), state: null, lagSeconds: null, inSync: true },
      { dataset: 'c', district: null, state: null, lagSeconds: null, inSync: true },
    ].map((one) => ({ ...one, stateFrom: 'SYNC' as const })),
  };
  expect(freshnessOf(status)).toEqual({
    organizationId: '255903',
    deliveredAt: '2026-05-03T00:00:00Z',
    isPaused: false,
    behind: 1,
  });
  expect(freshnessOf({ ...status, datasets: [] }).deliveredAt).toBe(null);
});
