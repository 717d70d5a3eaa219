import { expect, test } from 'vitest';
import { moment } from '../../../test/builders/time.ts';
import { certificationEventId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PageRequest } from '../ports/store.ts';
import { entriesOf } from './entries-of.ts';
import { chainStart, sealEntry } from './entry.ts';

const entry = (sequence: number) =>
  sealEntry({
    chain: 'certificationEvent/evt_1',
    sequence,
    at: moment('2026-05-05'),
    actor: { userId: 'ana', role: 'STATE' },
    command: 'replaceCertificationEvent',
    entity: 'certificationEvent',
    before: {},
    after: { sequence },
    reason: null,
    requestId: 'r',
    previousHash: chainStart,
  });

test('The trail of a certification event is read to its end, a thousand entries at a time, since the moment asked for', async () => {
  const asked: (PageRequest & { readonly since: Instant | undefined })[] = [];
  const pages = new Map([
    ['', { items: [entry(1), entry(2)], next: 'a' }],
    ['a', { items: [], next: 'b' }],
    ['b', { items: [entry(3)], next: undefined }],
  ]);
  const store = {
    auditOf: async (_id: unknown, page: PageRequest, since?: Instant) => {
      asked.push({ ...page, since });
      return pages.get(page.from ?? '') ?? { items: [], next: undefined };
    },
  };
  const since = moment('2026-05-04');
  const read = await entriesOf(store, certificationEventId('evt_1'), since);
  expect(read.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'a', 'b'].map((from) => ({ limit: 1_000, from, since })));
});
