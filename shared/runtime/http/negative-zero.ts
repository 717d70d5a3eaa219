/**
 * Where a JSON value holds a minus zero, as the path of it. JavaScript keeps the sign that no store and no answer of ours
 * does: the same number would be another one when it comes back.
 */
export const negativeZerosIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (Object.is(value, -0)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => negativeZerosIn(member, [...path, name]));
};
