import { expect, test } from 'vitest';
import { aWholeYear } from '../../test/fakes/whole-year.ts';
import { type Step, stateAt } from './replay.ts';
import { tablesOf } from './tables.ts';

const tied = async (): Promise<{ readonly steps: readonly Step[]; readonly at: string }> => {
  const { published, id } = await aWholeYear();
  const [first, second, ...others] = tablesOf(published).history(`certificationEvent/${id}`);
  if (first === undefined || second === undefined) throw new Error('a certification event has a history');
  const { at } = second.entry;
  return { at, steps: [{ ...first, entry: { ...first.entry, at } }, second, ...others] };
};

test('of several states of one millisecond the last that fits is meant, and the last where none does', async () => {
  const { steps, at } = await tied();
  const isOpen = (state: Readonly<Record<string, unknown>>): boolean => state['status'] === 'OPEN';
  expect(stateAt(steps, at, isOpen)).toEqual(steps[0]?.after);
  expect(stateAt(steps, at, () => false)).toEqual(stateAt(steps, at));
});

test('before the first entry nothing stood', async () => {
  const { steps } = await tied();
  expect(stateAt(steps, '2000-01-01T00:00:00.000Z')).toEqual({});
});
