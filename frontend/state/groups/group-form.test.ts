import { describe, expect, it } from 'vitest';
import { bodyOf, emptyGroup, moved } from './group-form.ts';

describe('The order of rules in a group', () => {
  it('changes by one place, and not beyond an end', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved([], 0, 1)).toEqual([]);
  });
});

describe('A group as it is sent', () => {
  it('has no empty description and no empty reason', () => {
    expect(bodyOf(emptyGroup)).toEqual({ name: '', level: 'DISTRICT', active: true, description: null, rules: [] });
  });
});
