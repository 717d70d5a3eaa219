import { describe, expect, it } from 'vitest';
import { attendance } from '../../../test/builders/people.ts';
import { aCategory } from '../../../test/builders/rule-library.ts';
import type { CategoryCommand } from './commands.ts';
import { decideCategory, decideCreateCategory } from './decide.ts';
import { evolveCategory } from './evolve.ts';
import type { Category } from './state.ts';

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

  it('is changed by what is different only', () => {
    const { name, description, active } = aCategory();
    const change = (fields: Partial<Pick<Category, 'name' | 'description' | 'active'>>) =>
      decideCategory(aCategory(), { type: 'changeCategory', fields, inUse: false });
    expect(change({})).toEqual({ ok: true, value: [] });
    expect(change({ name, description, active })).toEqual({ ok: true, value: [] });
    const described = { description: 'Who was present' };
    expect(change(described)).toEqual({ ok: true, value: [{ type: 'CategoryChanged', fields: described }] });
  });

  it('is published to districts once, and only while active', () => {
    const publish = { type: 'publishCategory' } as const;
    expect(outcome(aCategory({ published: false }), publish)).toMatchObject({ published: true });
    expect(outcome(aCategory({ published: false, active: false }), publish)).toBe('CATEGORY_INACTIVE');
    expect(decideCategory(aCategory(), publish)).toEqual({ ok: true, value: [] });
  });
});
