import { expect, it } from 'vitest';
import { moment } from '../../test/builders/time.ts';
import { millisOf } from '../kernel/instant.ts';
import { firstSweepAt, retryAt } from './outbox-policy.ts';

const at = moment('2026-05-05');

it('the sweeper leaves a new message to the stream for a minute', () => {
  expect(firstSweepAt(at)).toBe(moment('2026-05-05T18:01:00Z'));
});

it('a failed message waits longer each time, never over a quarter of an hour, and is given up after ten tries', () => {
  const seconds = Array.from({ length: 10 }, (_, index) => {
    const next = retryAt(index + 1, at);
    return next === null ? null : (millisOf(next) - millisOf(at)) / 1000;
  });
  expect(seconds).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900, null]);
});
