import { describe, expect, test } from 'vitest';
import { productionContext } from '../../infra/policy/packs.ts';
import { certificationEvent } from './cost/certification-event.ts';
import { costDocument } from './cost/document.ts';
import { idleMonth } from './cost/idle-month.ts';
import { freeTypes, pricedTypes } from './cost/priced-types.ts';
import { sumOf } from './cost/prices.ts';
import { synthesize } from './synthesize.ts';
import { firstOf, isResource, type Resource } from './template.ts';

const small = synthesize({}).resources;
const production = synthesize(productionContext).resources;

/** Ruling N. */
const mostDollarsIdle = 25;

describe.each([
  ['a small stage', small],
  ['production', production],
])('%s', (_name, resources) => {
  test('costs at most 25 dollars in a month in which nobody does anything', () => {
    expect(sumOf(idleMonth(resources))).toBeLessThanOrEqual(mostDollarsIdle);
    expect(sumOf(idleMonth(resources))).toBeGreaterThan(1);
  });

  test('holds nothing whose price nobody has thought of', () => {
    const known = ({ Type }: Resource): boolean =>
      pricedTypes.has(Type) || Object.keys(freeTypes).some((prefix) => Type.startsWith(prefix));
    expect(
      resources
        .filter(isResource)
        .filter((one) => !known(one))
        .map(({ Type }) => Type),
    ).toEqual([]);
  });
});

test('what is added to a template is added to its month', () => {
  const more = [...small, ...Array.from({ length: 100 }, () => firstOf(small, 'AWS::CloudWatch::Alarm'))];
  expect(sumOf(idleMonth(more)) - sumOf(idleMonth(small))).toBeCloseTo(10);
});

test('production pays for what watches it, and a certification event by its use', () => {
  expect(sumOf(idleMonth(production))).toBeGreaterThan(sumOf(idleMonth(small)));
  expect(sumOf(certificationEvent(production))).toBeGreaterThan(sumOf(certificationEvent(small)));
});

test('docs/cost.md says what the templates cost', async () => {
  await expect(costDocument({ small, production })).toMatchFileSnapshot('../../docs/cost.md');
});
