import { describe, expect, it } from 'vitest';
import {
  aCertifier,
  aStateUser,
  aUser,
  attendance,
  grandBend,
  localMembership,
  stateMembership,
} from '../../../test/builders/people.ts';
import { categoryId, type OrganizationId, organizationId } from '../../kernel/ids.ts';
import { hasRoomFor, withMembership, withoutMembership } from './memberships.ts';

const discipline = categoryId('cat_discipline');
const [school, otherSchool] = [organizationId('0588'), organizationId('0589')];

describe('A person’s own memberships', () => {
  it('follow the lists: one for each category', () => {
    const member = withMembership(aStateUser('sam'), stateMembership('APPROVER'));
    const reviewer = withMembership(member, stateMembership('REVIEWER'));
    expect(reviewer.memberships).toEqual([stateMembership('REVIEWER')]);
    const ofBoth = withMembership(reviewer, stateMembership('REVIEWER', discipline));
    expect(ofBoth.memberships).toEqual([stateMembership('REVIEWER'), stateMembership('REVIEWER', discipline)]);
    expect(withoutMembership(ofBoth, attendance).memberships).toEqual([stateMembership('REVIEWER', discipline)]);
  });

  it('leave the person untouched who has that very one', () => {
    const ofBoth = [stateMembership('REVIEWER', discipline), stateMembership('REVIEWER')];
    const sam = aStateUser('sam', { memberships: ofBoth });
    expect(withMembership(sam, stateMembership('REVIEWER'))).toBe(sam);
    const bound = (...schools: readonly OrganizationId[]) => localMembership('CERTIFIER', { schools });
    const ana = aCertifier('ana', { memberships: [bound(school, otherSchool)] });
    expect(withMembership(ana, bound(otherSchool, school))).toBe(ana);
  });

  it.each([
    ['another role', localMembership('CERTIFIER')],
    ['another district', localMembership('REVIEWER', { districtId: grandBend })],
    ['fewer schools', localMembership('REVIEWER', { schools: [school] })],
    ['the side of the state', stateMembership('REVIEWER')],
  ])('have %s in the place of what they had', (_what, membership) => {
    const rita = aUser('rita', { memberships: [localMembership('REVIEWER')] });
    expect(withMembership(rita, membership).memberships).toEqual([membership]);
    const back = withMembership({ ...rita, memberships: [membership] }, localMembership('REVIEWER'));
    expect(back.memberships).toEqual([localMembership('REVIEWER')]);
  });

  it('are at most forty', () => {
    const ofCategories = (count: number) =>
      aStateUser('sam', {
        memberships: Array.from({ length: count }, (_, index) =>
          stateMembership('REVIEWER', categoryId(`cat_${index}`)),
        ),
      });
    expect(hasRoomFor(ofCategories(39), attendance)).toBe(true);
    expect(hasRoomFor(ofCategories(40), attendance)).toBe(false);
    expect(hasRoomFor(ofCategories(40), categoryId('cat_39'))).toBe(true);
  });
});
