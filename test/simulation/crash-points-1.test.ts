import { expect, it } from 'vitest';
import { everyPointOf } from './crash/every-point.ts';

it.each(['publish', 'snapshot', 'delivery'])('%s ends the same wherever it is killed', async (name) => {
  await expect(everyPointOf(name)).resolves.toBeUndefined();
});
