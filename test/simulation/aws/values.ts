import type { AttributeValue, AttributeValues } from '../../contract/engine/attribute-values.ts';

/** Names of a path below an item: `alert`, `readAt`. */
export type Path = readonly string[];

export const valueAt = (item: AttributeValues | undefined, [first, ...rest]: Path): AttributeValue | undefined => {
  const value = first === undefined ? undefined : item?.[first];
  if (rest.length === 0 || value === undefined) return value;
  return 'M' in value ? valueAt(value.M, rest) : undefined;
};

/** A copy with another value at the path; the maps on the way must be there, as the table demands. */
export const withValueAt = (item: AttributeValues, path: Path, value: AttributeValue): AttributeValues => {
  const [first, ...rest] = path;
  if (first === undefined) throw new Error('a path names something');
  if (rest.length === 0) return { ...item, [first]: value };
  const inner = item[first];
  if (inner === undefined || !('M' in inner)) throw new Error(`there is no map ${first}`);
  return { ...item, [first]: { M: withValueAt(inner.M, rest, value) } };
};

export const withoutNames = (item: AttributeValues, names: readonly string[]): AttributeValues =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

/** Type and value in one word, so that `1` and `"1"` are not the same. */
const typeOf = (value: AttributeValue): string => Object.keys(value)[0] ?? '';

/** Less than 0, 0 or more than 0; undefined where the table does not compare: other types, or types without an order. */
export const compared = (left: AttributeValue, right: AttributeValue): number | undefined => {
  if (typeOf(left) !== typeOf(right)) return undefined;
  if ('N' in left && 'N' in right) return Number(left.N) - Number(right.N);
  if ('S' in left && 'S' in right) return left.S === right.S ? 0 : left.S < right.S ? -1 : 1;
  return undefined;
};

export const isSame = (left: AttributeValue, right: AttributeValue): boolean =>
  compared(left, right) === 0 || JSON.stringify(left) === JSON.stringify(right);

export const textAt = (item: AttributeValues, name: string): string | undefined => {
  const value = item[name];
  return value !== undefined && 'S' in value ? value.S : undefined;
};
