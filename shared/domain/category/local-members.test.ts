import { describe, expect, it } from 'vitest';
import {
  aCertifier,
  aStateUser,
  attendance,
  bearCreek,
  grandBend,
  localMembership,
  stateMembership,
} from '../../../test/builders/people.ts';
import { aCategory } from '../../../test/builders/rule-library.ts';
import { categoryId, organizationId, userId } from '../../kernel/ids.ts';
import type { User } from '../user/state.ts';
import type { LocalMembersCommand } from './commands.ts';
import { decideLocalMembers } from './decide-local-members.ts';
import { evolveLocalMembers } from './evolve.ts';
import { participantMembers } from './scope.ts';
import type { LocalMember, LocalMembers } from './state.ts';

const school = organizationId('0588');
const otherSchool = organizationId('0589');

const set = (changes: Partial<Extract<LocalMembersCommand, { type: 'setLocalMember' }>> = {}): LocalMembersCommand => ({
  type: 'setLocalMember',
  category: aCategory(),
  districtId: bearCreek,
  user: aCertifier('ana'),
  role: 'CERTIFIER',
  schools: 'ALL',
  unknownSchools: [],
  ...changes,
});
const remove = (name: string): LocalMembersCommand => ({ type: 'removeLocalMember', userId: userId(name) });
const follow = (user: User): LocalMembersCommand => ({ type: 'followUser', categoryId: attendance, user });

const member = (name: string, changes: Partial<LocalMember> = {}): LocalMember => ({
  userId: userId(name),
  name: `${name} Test`,
  role: 'CERTIFIER',
  schools: 'ALL',
  ...changes,
});

const list = (...members: readonly LocalMember[]): LocalMembers => ({
  categoryId: attendance,
  districtId: bearCreek,
  members,
});

const after = (local: LocalMembers | null, command: LocalMembersCommand): LocalMembers | null => {
  const decided = decideLocalMembers(local, command);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce<LocalMembers | null>(evolveLocalMembers, local);
};

const refused = (command: LocalMembersCommand) => {
  const decided = decideLocalMembers(null, command);
  return decided.ok ? null : decided.failure;
};

const nothing = { ok: true, value: [] };

describe('A district’s list of members', () => {
  it('is of a category that the state has published and not deactivated', () => {
    expect(refused(set({ category: aCategory({ published: false }) }))).toEqual({ code: 'CATEGORY_NOT_PUBLISHED' });
    expect(refused(set({ category: aCategory({ active: false }) }))).toEqual({ code: 'CATEGORY_INACTIVE' });
  });

  it('takes nobody of another district, of the state, or deactivated', () => {
    const strangers = [
      null,
      aCertifier('ana', { organizationId: grandBend }),
      aStateUser('sam', { organizationId: bearCreek }),
      aCertifier('ana', { active: false }),
    ];
    expect(strangers.map((user) => refused(set({ user })))).toEqual(Array(4).fill({ code: 'NOT_FOUND' }));
  });

  it('takes nobody who is in as many categories as one can be', () => {
    const memberships = Array.from({ length: 40 }, (_, index) =>
      localMembership('CERTIFIER', { categoryId: categoryId(`cat_${index}`) }),
    );
    expect(refused(set({ user: aCertifier('ana', { memberships }) }))).toEqual({ code: 'TOO_MANY_MEMBERSHIPS' });
  });

  it('gives nobody more schools than he may see', () => {
    const bound = aCertifier('ana', { schools: [school] });
    const ofSchools = aCategory({ level: 'SCHOOL' });
    const tooMany = { code: 'REFERENCE_UNKNOWN', pointer: '/schools' };
    expect(refused(set({ user: bound }))).toEqual(tooMany);
    expect(refused(set({ user: bound, schools: [school] }))).toEqual(tooMany);
    expect(refused(set({ user: bound, category: ofSchools }))).toEqual(tooMany);
    expect(refused(set({ user: bound, category: ofSchools, schools: [school, otherSchool] }))).toEqual(tooMany);
    expect(refused(set({ user: bound, category: ofSchools, schools: [school] }))).toBeNull();
    expect(refused(set({ category: ofSchools, schools: [otherSchool] }))).toBeNull();
  });

  it('points at the first school that is not the district’s', () => {
    const named = { category: aCategory({ level: 'SCHOOL' }), schools: [school, otherSchool] };
    const unknown = (pointer: string) => ({ code: 'REFERENCE_UNKNOWN', pointer });
    expect(refused(set({ ...named, unknownSchools: [school] }))).toEqual(unknown('/schools/0'));
    expect(refused(set({ ...named, unknownSchools: [otherSchool] }))).toEqual(unknown('/schools/1'));
  });

  it('begins with its first entry, holds each person once, and loses people', () => {
    const one = after(null, set());
    expect(one).toEqual(list(member('ana')));
    const two = after(after(one, set({ user: aCertifier('ben') })), set({ role: 'REVIEWER' }));
    expect(two).toEqual(list(member('ben'), member('ana', { role: 'REVIEWER' })));
    expect(after(two, remove('ana'))).toEqual(list(member('ben')));
  });

  it('is changed by nobody who is in it just so, and loses nobody who is not', () => {
    const both = list(member('ben'), member('ana', { schools: [school, otherSchool] }));
    const again = { category: aCategory({ level: 'SCHOOL' }), schools: [otherSchool, school] };
    expect(decideLocalMembers(both, set(again))).toEqual(nothing);
    expect(after(both, set({ ...again, schools: [school] }))?.members).toContainEqual(
      member('ana', { schools: [school] }),
    );
    expect(decideLocalMembers(list(member('ben')), remove('ana'))).toEqual(nothing);
    expect(decideLocalMembers(null, remove('ana'))).toEqual(nothing);
    expect(() => evolveLocalMembers(null, { type: 'LocalMemberRemoved', userId: userId('ana') })).toThrow('list');
  });

  it('says who takes part in a participant: at school level only for the schools named', () => {
    const local = list(member('ana'), member('ben', { schools: [school] }));
    const names = (level: 'DISTRICT' | 'SCHOOL', id: string) =>
      participantMembers(local, { level, organizationId: organizationId(id) }).map(({ userId: who }) => who);
    expect(names('SCHOOL', '0588')).toEqual(['ana', 'ben']);
    expect(names('SCHOOL', '0589')).toEqual(['ana']);
    expect(names('DISTRICT', '255903')).toEqual(['ana', 'ben']);
  });
});

describe('When a member himself has changed, his district’s list', () => {
  const both = list(member('ben'), member('ana', { role: 'REVIEWER' }));
  const ana = (changes: Partial<User>) => aCertifier('ana', { memberships: [localMembership('REVIEWER')], ...changes });

  it('has his new name, and his role as it was', () => {
    const renamed = member('ana', { role: 'REVIEWER', name: 'ana Stone' });
    expect(after(both, follow(ana({ lastName: 'Stone' })))).toEqual(list(member('ben'), renamed));
    expect(decideLocalMembers(both, follow(ana({ email: 'new@example.org' })))).toEqual(nothing);
  });

  it('has the schools that are left of his membership in its category', () => {
    const elsewhere = localMembership('CERTIFIER', { categoryId: categoryId('cat_discipline') });
    const memberships = [elsewhere, localMembership('REVIEWER', { schools: [school] })];
    const narrowed = member('ana', { role: 'REVIEWER', schools: [school] });
    expect(after(both, follow(ana({ memberships })))).toEqual(list(member('ben'), narrowed));
  });

  it.each([
    ['nothing is left of it', []],
    ['it is in another district now', [localMembership('REVIEWER', { districtId: grandBend })]],
    ['it is one of the state’s side', [stateMembership('REVIEWER')]],
  ])('loses him when %s', (_why, memberships) => {
    const decided = decideLocalMembers(both, follow(ana({ memberships })));
    expect(decided).toEqual({ ok: true, value: [{ type: 'LocalMemberRemoved', userId: userId('ana') }] });
  });

  it('stays as it is when he is not in it, or when there is none', () => {
    expect(decideLocalMembers(list(member('ben')), follow(ana({})))).toEqual(nothing);
    expect(decideLocalMembers(null, follow(ana({})))).toEqual(nothing);
  });
});
