import { describe, expect, test } from 'vitest';
import { productionContext } from '../../infra/policy/packs.ts';
import { accessWeakenings } from './access-weakenings.ts';
import { furtherWeakenings } from './further-weakenings.ts';
import { productionRooms, rooms } from './rules/all.ts';
import { synthesize } from './synthesize.ts';
import type { Resource } from './template.ts';
import { weakened } from './weaken.ts';
import { weakenings } from './weakenings.ts';

const { resources } = synthesize(productionContext);
const rules = Object.values({ ...rooms, ...productionRooms }).flat();

const broken = (all: readonly Resource[]): string[] =>
  rules.filter(({ offenders }) => offenders(all).length > 0).map(({ says }) => says);

test('production as it is breaks no rule', () => {
  expect(broken(resources)).toEqual([]);
});

test('a weakening of what is not there is no weakening', () => {
  expect(() => weakened(resources, () => undefined)).toThrow('nothing to weaken');
});

describe.each([
  { whose: 'that were measured with the public packs', count: 31, all: weakenings },
  { whose: 'of our own invention, of who may do what', count: 24, all: accessWeakenings },
  { whose: 'of our own invention, of everything else', count: 40, all: furtherWeakenings },
])('the weakenings $whose', ({ count, all }) => {
  test('are all here', () => {
    expect(Object.keys(all)).toHaveLength(count);
  });

  test.each(Object.entries(all))('%s is noticed by the rule that is there for it', (_name, { breaks, weaken }) => {
    expect(broken(weakened(resources, weaken))).toContain(breaks);
  });
});
