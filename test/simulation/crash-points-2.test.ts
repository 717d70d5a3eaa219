import { expect, it } from 'vitest';
import { everyPointOf } from './crash/every-point.ts';

it.each(['submit', 'approval', 'close'])('%s ends the same wherever it is killed', async (name) => {
  await expect(everyPointOf(name)).resolves.toBeUndefined();
});
