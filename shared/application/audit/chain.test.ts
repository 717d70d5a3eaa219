import { describe, expect, it } from 'vitest';
import { everySample } from '../../../test/contract/samples/entities.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { certificationEventOf, chainOf } from './chain.ts';

const chainsOf = (entity: Transition['entity']): readonly string[] =>
  everySample.filter((sample) => sample.entity === entity).map((sample) => chainOf(sample.entity, sample.key));

describe('The name of a chain', () => {
  it('is the entity and its ids, of which the state’s settings have one that is always the same', () => {
    expect(new Set(chainsOf('agency'))).toEqual(new Set(['agency/AGENCY']));
    for (const sample of everySample) {
      const ids = typeof sample.key === 'string' ? [sample.key] : Object.values(sample.key);
      const [entity, ...named] = chainOf(sample.entity, sample.key).split('/');
      expect(entity).toBe(sample.entity);
      expect(named.toSorted()).toEqual(ids.map(String).toSorted());
    }
  });

  it('of a participant begins with its certification event, that of a list of members with its category', () => {
    expect(chainsOf('participant').every((chain) => /^participant\/evt[^/]*\/[^/]+$/.test(chain))).toBe(true);
    expect(chainsOf('localMembers').every((chain) => /^localMembers\/cat[^/]*\/[^/]+$/.test(chain))).toBe(true);
  });
});

describe('The certification event in whose trail an entry shows', () => {
  const told = ({ entity, key, after }: Transition): string | undefined => {
    if (entity === 'certificationEvent') return key;
    if (entity === 'participant') return key.certificationEventId;
    return 'certificationEventId' in after ? String(after.certificationEventId) : undefined;
  };
  const ofNone = ['organization', 'user', 'category', 'localMembers', 'rule', 'validationGroup', 'dataset', 'upload'];

  it.each(everySample.map((sample): [string, Transition] => [chainOf(sample.entity, sample.key), sample]))(
    'is the one that %s is about',
    (_chain, sample) => {
      expect(certificationEventOf(sample)).toBe(told(sample));
      if (ofNone.includes(sample.entity)) expect(certificationEventOf(sample)).toBeUndefined();
    },
  );
});
