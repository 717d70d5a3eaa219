import { expect, it } from 'vitest';
import { untilQuiet } from './quiet.ts';

it('is quiet after a while without work, not in a pause between two pieces of it', async () => {
  const looks = [true, true, false, true];
  let number = 0;
  expect(await untilQuiet(() => looks[number++] ?? true, 10_000)).toBe(true);
  expect(number).toBeGreaterThanOrEqual(looks.length + 9);
});

it('gives up on a system that does not come to rest', async () => {
  expect(await untilQuiet(() => false, 120)).toBe(false);
});
