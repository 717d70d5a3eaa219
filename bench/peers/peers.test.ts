import { expect, test } from 'vitest';
import { districtOf } from '../district/files.ts';
import { oracle } from '../engine/contenders.ts';
import { sqlite } from './sqlite.ts';

test('SQLite finds in a small district what the oracle finds, and would be refused with anything else', async () => {
  const district = await districtOf('T', 'csv');
  const { answers } = await oracle(district);
  expect((await sqlite(district, answers)).own.milliseconds).toBeGreaterThan(0);
  const others = { ...answers, R18: { count: (answers['R18']?.count ?? 0) + 1, fingerprint: '' } };
  await expect(sqlite(district, others)).rejects.toThrow('SQLite on T: R18');
});
