import { describe, expect, it } from 'vitest';
import { certificationEventId, organizationId } from '../../kernel/ids.ts';
import { allFences, fenceOf, keys, kindOfDueRow, listedAs, outboxIdOf } from './keys.ts';

const organizations = Array.from({ length: 1200 }, (_, index) => String(255_000 + index));

const spread = (places: readonly (string | undefined)[]): readonly number[] =>
  Object.values(Object.groupBy(places, (place) => place ?? 'none')).map((group) => group?.length ?? 0);

describe('the fence rows of a certification event', () => {
  it('share the organizations evenly', () => {
    const loads = spread(organizations.map((id) => fenceOf('evt_1', id).pk));
    expect(loads).toHaveLength(32);
    expect(Math.max(...loads)).toBeLessThan(2 * (1200 / 32));
  });

  it('contain the one that any organization is checked on', () => {
    const all = allFences('evt_1').map(({ pk }) => pk);
    for (const id of organizations) expect(all).toContain(fenceOf('evt_1', id).pk);
  });
});

describe('due work', () => {
  it('is spread evenly over eight places', () => {
    const loads = spread(organizations.map((id) => listedAs.due(id, '2026-05-05T18:00:00.000Z').gsi3pk));
    expect(loads).toHaveLength(8);
    expect(Math.max(...loads)).toBeLessThan(1.5 * (1200 / 8));
  });

  it('is told apart by its key', () => {
    const participant = {
      certificationEventId: certificationEventId('evt_1'),
      organizationId: organizationId('255903'),
    };
    expect(kindOfDueRow(keys.outbox('obx_1'))).toBe('OUTBOX');
    expect(kindOfDueRow(keys.timer('evt_1-FULL'))).toBe('TIMER');
    expect(kindOfDueRow(keys.lease('run_1'))).toBe('LEASE');
    expect(kindOfDueRow(keys.wait(participant, 3))).toBe('WAIT');
    expect(kindOfDueRow(keys.upload('upl_1'))).toBe('UPLOAD');
    expect(kindOfDueRow(keys.agency())).toBeUndefined();
    expect(outboxIdOf(keys.outbox('obx_1').pk)).toBe('obx_1');
  });
});

it('numbers inside keys sort as numbers', () => {
  const sorted = [1, 9, 10, 99, 100, 12_345].map((number) => keys.ruleVersion('rul_1', number).sk);
  expect(sorted.toSorted()).toEqual(sorted);
});
