import { expect, test } from 'vitest';
import { type Plant, planted } from './plant.ts';

const plant: Plant = {
  bug: 'a door without a lock',
  file: 'door.ts',
  right: 'locked($&)',
  wrong: "open('$&')",
  witness: { project: 'unit', file: 'door.test.ts', test: 'a door is locked' },
};

test('what is right gives way to what is wrong, word for word', () => {
  expect(planted('const door = locked($&);', plant)).toBe("const door = open('$&');");
});

test.each([
  ['is no longer there', 'const door = bolted();', 'stands 0 times in door.ts'],
  ['is there twice', 'locked($&) || locked($&)', 'stands 2 times in door.ts'],
])('a plant whose text %s is refused by name', (_case, source, why) => {
  expect(() => planted(source, plant)).toThrow(`a door without a lock: what it changes ${why}`);
});

test('a plant that changes nothing is refused', () => {
  expect(() => planted('locked($&)', { ...plant, wrong: plant.right })).toThrow('it changes nothing');
});
