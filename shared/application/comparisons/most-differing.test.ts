import { expect, test } from 'vitest';
import { mostDiffering } from './most-differing.ts';

test('of very many schools those in which most rows differ are told, most first', () => {
  const schools = Array.from({ length: 501 }, (_, at) => ({
    ...{ schoolId: String(at), onlyHere: at, onlyThere: 1, different: 0 },
  }));
  const told = mostDiffering(schools).map(({ schoolId }) => schoolId);
  expect([told.length, told[0], told.at(-1)]).toEqual([500, '500', '1']);
});
