import { expect, it } from 'vitest';
import { untilQuiet } from './quiet.ts';

const wasAskedSince = () => true;

it('is quiet after a while without work, not in a pause between two pieces of it', async () => {
  const looks = [true, true, false, true];
  let number = 0;
  expect(await untilQuiet({ isQuiet: () => looks[number++] ?? true, wasAskedSince }, 10_000)).toBe(true);
  expect(number).toBeGreaterThanOrEqual(looks.length + 9);
});

it('is not quiet before what has to be asked has answered a question put since then', async () => {
  const begun = performance.now();
  let [looks, looksWhenAsked] = [0, 0];
  const asked = (moment: number): boolean => {
    expect(moment).toBeGreaterThan(begun);
    if (looks < 25) return false;
    looksWhenAsked = looks;
    return true;
  };
  expect(await untilQuiet({ isQuiet: () => (looks += 1) > 0, wasAskedSince: asked }, 10_000)).toBe(true);
  expect(looksWhenAsked).toBe(25);
});

it('gives up on a system that does not come to rest, or does not answer', async () => {
  expect(await untilQuiet({ isQuiet: () => false, wasAskedSince }, 120)).toBe(false);
  expect(await untilQuiet({ isQuiet: () => true, wasAskedSince: () => false }, 700)).toBe(false);
});
