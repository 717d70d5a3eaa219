import { expect, test } from 'vitest';
import { productionContext } from '../../infra/policy/packs.ts';
import { productionRooms, rooms } from './rules/all.ts';
import { synthesize } from './synthesize.ts';
import type { Resource } from './template.ts';
import { weakenings } from './weakenings.ts';

const { resources } = synthesize(productionContext);
const rules = Object.values({ ...rooms, ...productionRooms }).flat();

const broken = (all: readonly Resource[]): string[] =>
  rules.filter(({ offenders }) => offenders(all).length > 0).map(({ says }) => says);

test('production as it is breaks no rule', () => {
  expect(broken(resources)).toEqual([]);
  expect(Object.keys(weakenings)).toHaveLength(31);
});

test.each(Object.entries(weakenings))('%s is noticed', (_name, weaken) => {
  const copy = structuredClone(resources);
  weaken(copy);
  expect(broken(copy)).not.toEqual([]);
});
