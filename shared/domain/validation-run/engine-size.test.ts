import { expect, it } from 'vitest';
import { engineFor, engineSizeNamed, engineSizes, smallRunRows } from './engine-size.ts';

it.each([
  [0, 'SMALL'],
  [smallRunRows, 'SMALL'],
  [smallRunRows + 1, 'LARGE'],
  [20_000_000, 'LARGE'],
])('A run over %i rows is worked on by the %s engine', (rows, engine) => {
  expect(engineFor(rows)).toBe(engine);
});

it('An engine is known by its name, and by no other', () => {
  expect(engineSizes.map(engineSizeNamed)).toEqual(engineSizes);
  expect(() => engineSizeNamed('large')).toThrow('there is no engine large, only SMALL and LARGE');
});
