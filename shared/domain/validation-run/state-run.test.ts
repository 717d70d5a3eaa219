import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { aStateReviewer, person } from '../../../test/builders/people.ts';
import { aGroup, aRuleVersion } from '../../../test/builders/rule-library.ts';
import type { RuleVersion, ValidationGroup } from '../rule-library/state.ts';
import { stateRunGuards, stateRunPossible, type StateLane } from './state-run.ts';

const stan = person(aStateReviewer('stan'));

const refusals = (group: Partial<ValidationGroup>, rule: Partial<RuleVersion> = {}) => {
  const journey = aJourney();
  const linked = { group: aGroup(group), rules: [aRuleVersion(rule)] };
  return stateRunGuards(journey.participant, { lane: 'STATE', linked }, journey.context(stan))
    .filter((guard) => guard !== null)
    .map(({ code }) => code);
};

describe('The state may run over what it holds', () => {
  it('any active group of the level', () => expect(refusals({})).toEqual([]));

  it('but no inactive one, none of the other level, and no rule that answers everybody differently', () => {
    expect(refusals({ active: false })).toEqual(['GROUP_INACTIVE']);
    expect(refusals({ level: 'SCHOOL' })).toEqual(['LEVEL_MISMATCH']);
    expect(refusals({}, { adHocFilter: true })).toEqual(['RULE_FORBIDDEN']);
    expect(refusals({}, { adHocFilter: false, parameters: [] })).toEqual([]);
    expect(refusals({}, { parameters: [{ name: 'calendar', type: 'CALENDAR', default: null }] })).toEqual([
      'RULE_FORBIDDEN',
    ]);
  });

  it('but none that does not exist, which is all there is to say of it', () => {
    const journey = aJourney();
    const asked = stateRunGuards(journey.participant, { lane: 'STATE', linked: null }, journey.context(stan));
    expect(asked.filter((guard) => guard !== null)).toEqual([{ code: 'REFERENCE_UNKNOWN', pointer: '/groupId' }]);
  });

  it('and over a snapshot once there is one', () => {
    const linked = { group: aGroup(), rules: [aRuleVersion()] };
    const codes = (journey: ReturnType<typeof aJourney>, lane: StateLane = 'SNAPSHOT') =>
      stateRunGuards(journey.participant, { lane, linked }, journey.context(stan))
        .filter((guard) => guard !== null)
        .map(({ code }) => code);
    const journey = aJourney({ on: '2026-05-05' }).starts('ana');
    expect(codes(journey)).toEqual(['NO_SNAPSHOT']);
    expect(codes(journey, 'STATE')).toEqual([]);
    expect(codes(journey.snapshotTaken())).toEqual([]);
  });

  it('as long as it is neither closed nor without that participant', () => {
    const possible = (journey: ReturnType<typeof aJourney>) =>
      stateRunPossible(journey.participant, journey.context(stan));
    expect(possible(aJourney())).toBe(true);
    expect(possible(aJourney().closed())).toBe(false);
    const withdrawn = aJourney({ participant: { status: 'WITHDRAWN' } });
    expect(possible(withdrawn)).toBe(false);
    const linked = { group: aGroup(), rules: [aRuleVersion()] };
    const [first] = stateRunGuards(withdrawn.participant, { lane: 'STATE', linked }, withdrawn.context(stan));
    expect(first).toEqual({ code: 'WRONG_STATUS', facts: { status: 'WITHDRAWN' } });
  });
});
