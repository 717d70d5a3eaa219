import { describe, expect, it } from 'vitest';
import { aCertifier, aStateUser, attendance, bearCreek, grandBend } from '../../../test/builders/people.ts';
import { aCategory } from '../../../test/builders/rule-library.ts';
import { organizationId, userId } from '../../kernel/ids.ts';
import type { SchoolScope, User } from '../user/state.ts';
import { withMembership, withoutMembership } from '../user/memberships.ts';
import type { CategoryCommand, LocalMembersCommand } from './commands.ts';
import { decideCategory, decideCreateCategory } from './decide.ts';
import { decideLocalMembers } from './decide-local-members.ts';
import { evolveCategory, evolveLocalMembers } from './evolve.ts';
import { participantMembers } from './scope.ts';
import type { Category, LocalMembers } from './state.ts';

const outcome = (category: Category, command: CategoryCommand) => {
  const decided = decideCategory(category, command);
  return decided.ok ? decided.value.reduce(evolveCategory, category) : decided.failure.code;
};

describe('A category', () => {
  const inactive = { type: 'changeCategory', fields: { active: false }, inUse: true } as const;

  it('is made active or not, unpublished and without members', () => {
    const fields = { name: 'Discipline', level: 'SCHOOL', description: null, active: true } as const;
    const decided = decideCreateCategory({ type: 'createCategory', id: attendance, fields });
    const made = decided.ok ? decided.value.reduce<Category>(evolveCategory, aCategory()) : null;
    expect(made).toEqual({ ...fields, id: attendance, published: false, stateMembers: [] });
  });

  it('is not deactivated while a published certification event uses it', () => {
    expect(outcome(aCategory(), inactive)).toBe('CATEGORY_IN_USE');
    expect(outcome(aCategory(), { ...inactive, inUse: false })).toMatchObject({ active: false });
    expect(outcome(aCategory({ active: false }), inactive)).toMatchObject({ active: false });
    expect(outcome(aCategory(), { ...inactive, fields: { name: 'Presence' } })).toMatchObject({ name: 'Presence' });
  });

  it('is published to districts once, and only while active', () => {
    const publish = { type: 'publishCategory' } as const;
    expect(outcome(aCategory({ published: false }), publish)).toMatchObject({ published: true });
    expect(outcome(aCategory({ published: false, active: false }), publish)).toBe('CATEGORY_INACTIVE');
    expect(decideCategory(aCategory(), publish)).toEqual({ ok: true, value: [] });
  });

  it('has state members of the state’s own people, each once', () => {
    const set = (role: 'APPROVER' | 'REVIEWER', user: User | null = aStateUser('sam')) =>
      ({ type: 'setStateMember', user, role }) as const;
    const approver = outcome(aCategory(), set('APPROVER'));
    expect(approver).toMatchObject({
      stateMembers: [{ userId: 'sam', name: 'sam Test', role: 'APPROVER', active: true }],
    });
    const changed = typeof approver === 'string' ? approver : outcome(approver, set('REVIEWER'));
    expect(changed).toMatchObject({ stateMembers: [{ userId: 'sam', role: 'REVIEWER' }] });
    for (const user of [null, aCertifier('ana'), aStateUser('sam', { active: false })])
      expect(outcome(aCategory(), set('APPROVER', user))).toBe('NOT_FOUND');
  });

  it('loses a member, and losing nobody changes nothing', () => {
    const member = { userId: userId('sam'), name: 'Sam', staffStateId: null, role: 'APPROVER', active: true } as const;
    const remove = { type: 'removeStateMember', userId: userId('sam') } as const;
    expect(outcome(aCategory({ stateMembers: [member] }), remove)).toMatchObject({ stateMembers: [] });
    expect(decideCategory(aCategory(), remove)).toEqual({ ok: true, value: [] });
  });
});

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

describe('A district’s list of members', () => {
  const refused = (command: LocalMembersCommand) => {
    const decided = decideLocalMembers(null, command);
    return decided.ok ? null : decided.failure.code;
  };

  it('is refused before the state has published the category', () => {
    expect(refused(set({ category: aCategory({ published: false }) }))).toBe('CATEGORY_NOT_PUBLISHED');
  });

  it('takes nobody of another district, of the state, or deactivated', () => {
    const strangers = [
      null,
      aCertifier('ana', { organizationId: grandBend }),
      aStateUser('sam', { organizationId: bearCreek }),
      aCertifier('ana', { active: false }),
    ];
    expect(strangers.map((user) => refused(set({ user })))).toEqual(Array(4).fill('NOT_FOUND'));
  });

  it('gives nobody more schools than he may see', () => {
    const bound = aCertifier('ana', { schools: [school] });
    const ofSchools = aCategory({ level: 'SCHOOL' });
    expect(refused(set({ user: bound }))).toBe('REFERENCE_UNKNOWN');
    expect(refused(set({ user: bound, category: ofSchools, schools: 'ALL' }))).toBe('REFERENCE_UNKNOWN');
    expect(refused(set({ user: bound, category: ofSchools, schools: [school, otherSchool] }))).toBe(
      'REFERENCE_UNKNOWN',
    );
    expect(refused(set({ user: bound, category: ofSchools, schools: [school] }))).toBeNull();
    expect(refused(set({ category: ofSchools, schools: [otherSchool] }))).toBeNull();
  });

  it('begins with its first entry, holds each person once, and loses people', () => {
    const after = (local: LocalMembers | null, command: LocalMembersCommand) => {
      const decided = decideLocalMembers(local, command);
      if (!decided.ok) throw new Error(decided.failure.code);
      return decided.value.reduce<LocalMembers | null>(evolveLocalMembers, local);
    };
    const one = after(null, set());
    const two = after(after(one, set({ user: aCertifier('ben') })), set({ role: 'REVIEWER' }));
    expect(two?.members.map(({ userId: id, role }) => [id, role])).toEqual([
      ['ben', 'CERTIFIER'],
      ['ana', 'REVIEWER'],
    ]);
    const remove = { type: 'removeLocalMember', userId: userId('ana') } as const;
    expect(after(two, remove)?.members.map(({ userId: id }) => id)).toEqual(['ben']);
    expect(after(null, remove)).toBeNull();
    expect(() => evolveLocalMembers(null, { type: 'LocalMemberRemoved', userId: userId('ana') })).toThrow('list');
  });

  it('says who takes part in a participant: at school level only for the schools named', () => {
    const member = (name: string, schools: SchoolScope) =>
      ({ userId: userId(name), name, role: 'CERTIFIER', schools }) as const;
    const local = {
      categoryId: attendance,
      districtId: bearCreek,
      members: [member('ana', 'ALL'), member('ben', [school])],
    };
    const names = (level: 'DISTRICT' | 'SCHOOL', id: string) =>
      participantMembers(local, { level, organizationId: organizationId(id) }).map(({ name }) => name);
    expect(names('SCHOOL', '0588')).toEqual(['ana', 'ben']);
    expect(names('SCHOOL', '0589')).toEqual(['ana']);
    expect(names('DISTRICT', '255903')).toEqual(['ana', 'ben']);
  });
});

describe('A person’s own memberships', () => {
  it('follow the lists: one for each category', () => {
    const membership = { categoryId: attendance, side: 'STATE', role: 'APPROVER' } as const;
    const member = withMembership(withMembership(aStateUser('sam'), membership), { ...membership, role: 'REVIEWER' });
    expect(member.memberships).toEqual([{ ...membership, role: 'REVIEWER' }]);
    expect(withoutMembership(member, attendance).memberships).toEqual([]);
  });
});
