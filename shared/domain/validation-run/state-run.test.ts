import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { aStateReviewer, person } from '../../../test/builders/people.ts';
import { aGroup, aRuleVersion } from '../../../test/builders/rule-library.ts';
import type { RuleVersion, ValidationGroup } from '../rule-library/state.ts';
import { stateRunGuards } from './state-run.ts';

const refusals = (group: Partial<ValidationGroup>, rule: Partial<RuleVersion> = {}) => {
  const journey = aJourney();
  const linked = { group: aGroup(group), rules: [aRuleVersion(rule)] };
  return stateRunGuards(journey.participant, { lane: 'STATE', linked }, journey.context(person(aStateReviewer('stan'))))
    .filter((guard) => guard !== null)
    .map(({ code }) => code);
};

describe('The state may run over what it holds', () => {
  it('any active group of the level', () => expect(refusals({})).toEqual([]));

  it('but no inactive one, none of the other level, and no rule that answers everybody differently', () => {
    expect(refusals({ active: false })).toEqual(['GROUP_INACTIVE']);
    expect(refusals({ level: 'SCHOOL' })).toEqual(['LEVEL_MISMATCH']);
    expect(refusals({}, { adHocFilter: true })).toEqual(['RULE_FORBIDDEN']);
    expect(refusals({}, { parameters: [{ name: 'calendar', type: 'CALENDAR', default: null }] })).toEqual([
      'RULE_FORBIDDEN',
    ]);
  });
});
