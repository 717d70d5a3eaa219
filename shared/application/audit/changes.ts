import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Changes } from './entry.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// People are told apart by id, so that one certifier's step does not copy all the others into the audit entry.
const byUser = (value: unknown): Fields | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.map((item: unknown) =>
    isFields(item) && typeof item['userId'] === 'string' ? [item['userId'], item] : [],
  );
  return entries.every((entry) => entry.length === 2) ? Object.fromEntries(entries) : undefined;
};

const asFields = (value: unknown): Fields | undefined => (isFields(value) ? value : byUser(value));

const longList = 20;

const listed = (value: unknown): unknown =>
  Array.isArray(value) && value.length > longList
    ? { count: value.length, sha256: createHash('sha256').update(canonicalJson(value)).digest('hex') }
    : value;

const removed = null;

/** The changed fields between two states, once as they were and once as they are; a missing field reads null. */
export const changesBetween = (
  before: Fields,
  after: Fields,
): { readonly before: Changes; readonly after: Changes } => {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const left = before[name] ?? removed;
    const right = after[name] ?? removed;
    if (canonicalJson(left) === canonicalJson(right)) continue;
    const leftFields = asFields(left);
    const rightFields = asFields(right);
    if (leftFields && rightFields) {
      const inner = changesBetween(leftFields, rightFields);
      was[name] = inner.before;
      is[name] = inner.after;
    } else {
      was[name] = listed(left);
      is[name] = listed(right);
    }
  }
  return { before: was, after: is };
};

/** Applies one entry's `after` to the flattened state: the step of a replay. */
export const applyChanges = (state: Fields, after: Changes): Fields => {
  const next: Record<string, unknown> = { ...state };
  for (const [name, value] of Object.entries(after)) {
    const known = asFields(next[name]);
    if (value === removed) delete next[name];
    else next[name] = known && isFields(value) ? applyChanges(known, value) : (asFields(value) ?? value);
  }
  return next;
};

/** A state in the form a replay ends in: lists of people by id, nulls left out, long lists as digests. */
export const flattened = (state: Fields): Fields => applyChanges({}, changesBetween({}, state).after);
