import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Changes } from './entry.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// People are told apart by id, so that one certifier's step does not copy all the others into the audit entry.
const byUser = (list: readonly unknown[]): Fields | undefined => {
  const entries = list.map((item) =>
    isFields(item) && typeof item['userId'] === 'string' ? ([item['userId'], item] as const) : undefined,
  );
  const people = entries.filter((entry) => entry !== undefined);
  return people.length === list.length && list.length > 0 ? Object.fromEntries(people) : undefined;
};

const longList = 20;

const digestOf = (list: readonly unknown[]): Fields => ({
  count: list.length,
  sha256: createHash('sha256').update(canonicalJson(list)).digest('hex'),
});

const flattenedList = (list: readonly unknown[]): unknown => {
  const people = byUser(list);
  if (people) return flattened(people);
  return list.length > longList ? digestOf(list) : list;
};

// What somebody wrote freely may name a student, and an entry is for ever.
const withheld = (text: string): Fields => ({
  characters: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
});

const flattenedFields = (fields: Fields): Fields => {
  const { confidential } = fields;
  return typeof confidential === 'string' ? withheld(confidential) : flattened(fields);
};

/**
 * A state as a replay gives it: lists of people by id, absent and null members left out, other long lists and confidential
 * texts as digests.
 */
export const flattened = (state: Fields): Fields =>
  Object.fromEntries(
    Object.entries(state)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => {
        if (Array.isArray(member)) return [name, flattenedList(member)];
        return [name, isFields(member) ? flattenedFields(member) : member];
      }),
  );

const difference = (was: Fields, is: Fields): readonly (readonly [string, unknown, unknown])[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
    const left = Object.hasOwn(was, name) ? was[name] : null;
    const right = Object.hasOwn(is, name) ? is[name] : null;
    if (canonicalJson(left) === canonicalJson(right)) return [];
    if (!isFields(left) || !isFields(right)) return [[name, left, right] as const];
    const inner = sides(difference(left, right));
    return [[name, inner.before, inner.after] as const];
  });

const sides = (differences: ReturnType<typeof difference>): { readonly before: Changes; readonly after: Changes } => ({
  before: Object.fromEntries(differences.map(([name, left]) => [name, left])),
  after: Object.fromEntries(differences.map(([name, , right]) => [name, right])),
});

/** The changed fields between two states, once as they were and once as they are; a missing field reads null. */
export const changesBetween = (before: Fields, after: Fields): { readonly before: Changes; readonly after: Changes } =>
  sides(difference(flattened(before), flattened(after)));

/** Applies one entry's `after` to the flattened state: the step of a replay. */
export const applyChanges = (state: Fields, after: Changes): Fields => {
  const next = new Map(Object.entries(state));
  for (const [name, value] of Object.entries(after)) {
    const known = next.get(name);
    if (value === null) next.delete(name);
    else next.set(name, isFields(known) && isFields(value) ? applyChanges(known, value) : value);
  }
  return Object.fromEntries(next);
};
