import { describe, expect, it } from 'vitest';
import { aCertifier, aStateUser, stateMembership } from '../../../test/builders/people.ts';
import { aCategory } from '../../../test/builders/rule-library.ts';
import { categoryId, userId } from '../../kernel/ids.ts';
import type { User } from '../user/state.ts';
import type { CategoryCommand } from './commands.ts';
import { decideCategory } from './decide.ts';
import { evolveCategory } from './evolve.ts';
import type { Category, StateMember } from './state.ts';

const member = (name: string, changes: Partial<StateMember> = {}): StateMember => ({
  userId: userId(name),
  name: `${name} Test`,
  staffStateId: null,
  role: 'APPROVER',
  active: true,
  ...changes,
});

const set = (role: StateMember['role'], user: User | null = aStateUser('sam')): CategoryCommand => ({
  type: 'setStateMember',
  user,
  role,
});
const follow = (user: User): CategoryCommand => ({ type: 'followUser', user });
const remove = (name: string): CategoryCommand => ({ type: 'removeStateMember', userId: userId(name) });

const after = (listed: readonly StateMember[], command: CategoryCommand): Category => {
  const category = aCategory({ stateMembers: listed });
  const decided = decideCategory(category, command);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce(evolveCategory, category);
};

const nothing = { ok: true, value: [] };

describe('The state’s members of a category', () => {
  it('are the state’s own people, each once, whatever his role was before', () => {
    expect(after([], set('APPROVER')).stateMembers).toEqual([member('sam')]);
    expect(after([member('sam'), member('sue')], set('REVIEWER')).stateMembers).toEqual([
      member('sue'),
      member('sam', { role: 'REVIEWER' }),
    ]);
  });

  it('are nobody unknown, of a district, or deactivated', () => {
    for (const user of [null, aCertifier('ana'), aStateUser('sam', { active: false })])
      expect(decideCategory(aCategory(), set('APPROVER', user))).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } });
  });

  it('are refused who is in as many categories as one can be, unless this is one of them', () => {
    const full = (first: number) =>
      Array.from({ length: 40 }, (_, index) => stateMembership('APPROVER', categoryId(`cat_${first + index}`)));
    const busy = aStateUser('sam', { memberships: full(1) });
    const refused = { ok: false, failure: { code: 'TOO_MANY_MEMBERSHIPS' } };
    expect(decideCategory(aCategory(), set('APPROVER', busy))).toEqual(refused);
    expect(decideCategory(aCategory({ id: categoryId('cat_7') }), set('APPROVER', busy))).toMatchObject({ ok: true });
  });

  it('stay as they are when one is named again just so', () => {
    const category = aCategory({ stateMembers: [member('sue'), member('sam')] });
    expect(decideCategory(category, set('APPROVER'))).toEqual(nothing);
  });

  it('lose the one who is removed, and removing a stranger changes nothing', () => {
    expect(after([member('sue'), member('sam')], remove('sam')).stateMembers).toEqual([member('sue')]);
    expect(decideCategory(aCategory({ stateMembers: [member('sue')] }), remove('sam'))).toEqual(nothing);
  });

  it.each([
    ['name', aStateUser('sam', { lastName: 'Stone' }), { name: 'sam Stone' }],
    ['staff id', aStateUser('sam', { staffStateId: '4711' }), { staffStateId: '4711' }],
    ['being active', aStateUser('sam', { active: false }), { active: false }],
  ] as const)('follow a person’s %s and keep his role', (_what, user, changes) => {
    const listed = [member('sue'), member('sam', { role: 'REVIEWER' })];
    expect(after(listed, follow(user)).stateMembers).toEqual([
      member('sue'),
      member('sam', { role: 'REVIEWER', ...changes }),
    ]);
  });

  it('follow nobody who is not one of them, or in whom nothing of theirs has changed', () => {
    const category = aCategory({ stateMembers: [member('sue')] });
    expect(decideCategory(category, follow(aStateUser('sam')))).toEqual(nothing);
    expect(decideCategory(category, follow(aStateUser('sue', { email: 'new@example.org' })))).toEqual(nothing);
  });
});
