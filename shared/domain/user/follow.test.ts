import { describe, expect, it } from 'vitest';
import {
  aCertifier,
  attendance,
  bearCreek,
  grandBend,
  localMembership,
  stateMembership,
} from '../../../test/builders/people.ts';
import { categoryId, organizationId } from '../../kernel/ids.ts';
import type { Level } from '../category/state.ts';
import { evolveUser } from './evolve.ts';
import { membershipsFollow } from './follow.ts';
import type { SchoolScope, User } from './state.ts';

const [a, b, c] = [organizationId('0588'), organizationId('0589'), organizationId('0590')];

const followed = (memberOf: SchoolScope, changes: Partial<User>, level: Level = 'SCHOOL') => {
  const ana = aCertifier('ana', { memberships: [localMembership('CERTIFIER', { schools: memberOf })], ...changes });
  return { ana, happened: membershipsFollow(ana, new Map([[attendance, level]])) };
};

const inBearCreek = { categoryId: attendance, districtId: bearCreek };
const ended = [{ type: 'MembershipEnded', ...inBearCreek }];
const narrowed = (...schools: readonly string[]) => [{ type: 'MembershipNarrowed', ...inBearCreek, schools }];

describe('When a member himself changes, his membership in a district', () => {
  it('ends with his being deactivated, and with his leaving it', () => {
    expect(followed('ALL', { active: false }).happened).toEqual(ended);
    expect(followed('ALL', { organizationId: grandBend }).happened).toEqual(ended);
    expect(followed('ALL', { lastName: 'Stone' }).happened).toEqual([]);
  });

  it.each([
    ['stays where he sees them all', 'ALL', 'ALL', []],
    ['stays as small as it was where he sees more', [a], 'ALL', []],
    ['stays where what he sees holds all of it', [a], [b, a], []],
    ['narrows from all schools to what he sees', 'ALL', [a, b], narrowed(a, b)],
    ['narrows to the schools that are left', [a, b], [b, c], narrowed(b)],
    ['ends where none is left', [a], [b, c], ended],
  ] as const)('at school level %s', (_what, memberOf, schools, happened) => {
    expect(followed(memberOf, { schools }).happened).toEqual(happened);
  });

  it('at district level is of the whole district or ends', () => {
    expect(followed('ALL', { schools: 'ALL' }, 'DISTRICT').happened).toEqual([]);
    expect(followed('ALL', { schools: [a] }, 'DISTRICT').happened).toEqual(ended);
  });

  it('is then the one he has, and his others are as they were', () => {
    const { ana, happened } = followed('ALL', { schools: [a] });
    const others = [localMembership('REVIEWER', { categoryId: categoryId('cat_discipline') })];
    const before = { ...ana, memberships: [...others, ...ana.memberships] };
    const narrower = localMembership('CERTIFIER', { schools: [a] });
    expect(happened.reduce<User>(evolveUser, before).memberships).toEqual([...others, narrower]);
    expect(evolveUser(before, { type: 'MembershipEnded', ...inBearCreek }).memberships).toEqual(others);
  });
});

describe('A membership on the state’s side', () => {
  it('is left to its category, whatever becomes of the person', () => {
    const sam = aCertifier('sam', { side: 'STATE', memberships: [stateMembership('APPROVER')], active: false });
    expect(membershipsFollow(sam, new Map([[attendance, 'SCHOOL']]))).toEqual([]);
  });
});
