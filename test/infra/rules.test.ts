import { describe, expect, test } from 'vitest';
import { productionContext } from '../../infra/policy/packs.ts';
import { productionRooms, rooms } from './rules/all.ts';
import { synthesize } from './synthesize.ts';
import { resourcesIn } from './template.ts';
import { weakened } from './weaken.ts';

const deployments = [
  { name: 'a development deployment', resources: resourcesIn('cdk.out'), rules: rooms },
  {
    name: 'production',
    resources: synthesize(productionContext).resources,
    rules: { ...rooms, ...productionRooms },
  },
];

describe.each(deployments)('in $name', ({ resources, rules }) => {
  describe.each(Object.entries(rules))('in %s', (_room, ofRoom) => {
    test.each(ofRoom)('$says', ({ offenders }) => {
      expect(offenders(resources)).toEqual([]);
    });

    test.each(ofRoom)('it would be noticed if not: $says', ({ offenders, weaken }) => {
      expect(offenders(weakened(resources, weaken))).not.toEqual([]);
    });
  });
});
