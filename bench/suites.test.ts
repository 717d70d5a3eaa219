import { expect, test } from 'vitest';
import { suites, suitesNamed } from './suites.ts';

const namesOf = (chosen: ReturnType<typeof suitesNamed>) => chosen.map(({ name }) => name);

test('without a name only what takes about a minute is measured, or on demand everything', () => {
  expect(namesOf(suitesNamed([], 'quick'))).toEqual(['engine', 'size', 'fanout']);
  expect(suitesNamed([], 'all')).toEqual(suites);
});

test('what is named is measured and nothing else, in running order', () => {
  expect(namesOf(suitesNamed(['api', 'peers'], 'all'))).toEqual(['peers', 'api']);
  expect(() => suitesNamed(['engin'], 'quick')).toThrow('there is no suite "engin": start, engine, limits');
});

test('no two suites have one name', () => {
  expect(new Set(namesOf(suites)).size).toBe(suites.length);
});
