import { expect, it } from 'vitest';
import { idPattern } from '../../kernel/ids.ts';
import { createIds } from './ids.ts';

it('an id says what it names, can be a key and sorts by the time of its making', () => {
  let now = Date.UTC(2026, 4, 5);
  const ids = createIds(() => now);
  const made = Array.from({ length: 5 }, () => {
    now += 1;
    return ids.next('run');
  });
  expect(made.toSorted()).toEqual(made);
  for (const id of made) expect(id).toMatch(/^run_[0-9A-HJKMNP-TV-Z]{26}$/);
  for (const id of made) expect(id).toMatch(idPattern);
});

it('ten thousand ids of one millisecond, and of a clock that goes back, still only grow', () => {
  const times = [1_800_000_000_000, 1_800_000_000_000, 1_799_999_999_000];
  const ids = createIds(() => times.shift() ?? 1_799_999_999_500);
  const made = Array.from({ length: 10_000 }, () => ids.next('obx'));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it('the first ten letters are the time, so that two processes sort together', () => {
  const [one, other] = [createIds(() => 1_800_000_000_000), createIds(() => 1_800_000_000_000)];
  expect(one.next('evt').slice(0, 14)).toBe(other.next('evt').slice(0, 14));
  expect(one.next('evt')).not.toBe(other.next('evt'));
  expect(createIds(() => 1_800_000_000_001).next('evt') > one.next('evt')).toBe(true);
});
