import { describe, expect, it } from 'vitest';
import { aCertifier, aReviewer, aStateReviewer, anApprover } from '../../../test/builders/people.ts';
import type { Tool, User } from '../user/state.ts';
import { rightsTooLow } from './rights-of-roles.ts';

const without = (user: User, tool: Tool, rights: string): User => ({
  ...user,
  rights: { ...user.rights, [tool]: rights },
});

describe('Somebody’s rights are enough for his role', () => {
  it.each([
    ['an approver', anApprover('sam'), 'APPROVER'],
    ['a reviewer of the state', aStateReviewer('sue'), 'REVIEWER'],
    ['a certifier', aCertifier('ana'), 'CERTIFIER'],
    ['a reviewer of a district', aReviewer('rita'), 'REVIEWER'],
  ] as const)('of %s who has them all', (_who, user, role) => {
    expect(rightsTooLow(user, role)).toBe(false);
  });

  it.each([
    ['an approver who manages no events', without(anApprover('sam'), 'EVENT_MANAGEMENT', 'RW'), 'APPROVER'],
    ['an approver who only reads reports', without(anApprover('sam'), 'EVENT_REPORT', 'R'), 'APPROVER'],
    ['a reviewer of the state who writes nothing', without(aStateReviewer('sue'), 'EVENT_REPORT', 'R'), 'REVIEWER'],
    ['a reviewer of the state, as an approver', aStateReviewer('sue'), 'APPROVER'],
    ['a certifier who approves nothing', without(aCertifier('ana'), 'CERTIFICATION_EVENT', 'RW'), 'CERTIFIER'],
    ['a reviewer of a district who only reads', without(aReviewer('rita'), 'CERTIFICATION_EVENT', 'R'), 'REVIEWER'],
  ] as const)('and not of %s', (_who, user, role) => {
    expect(rightsTooLow(user, role)).toBe(true);
  });
});
