/** A replayed state: plain JSON, null members left out, people by their id. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lies at a path; undefined where there is nothing. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (isFields(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );

export const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
};

export const numberAt = (value: unknown, ...path: readonly string[]): number | undefined => {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : undefined;
};

/** Members of an object by name; a list of nobody is an object without members. */
export const membersAt = (value: unknown, ...path: readonly string[]): readonly (readonly [string, Fields])[] => {
  const found = at(value, ...path);
  return isFields(found)
    ? Object.entries(found).flatMap(([name, member]) => (isFields(member) ? [[name, member] as const] : []))
    : [];
};
