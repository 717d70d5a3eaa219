/** The reference paths our workflows use: `$`, `$.a.b`, `$$.a.b`. */
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Throws as Step Functions does when a path leads nowhere. */
export const read = (path: string, data: unknown): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce((at, field) => {
      if (!isObject(at) || !(field in at)) throw new Error(`States.ParameterPathFailure: ${path}`);
      return at[field];
    }, data);

/** The data with the value put where the path says; `null` throws the value away, no path replaces everything. */
export const put = (path: string | null | undefined, value: unknown, data: unknown): unknown => {
  if (path === null) return data;
  if (path === undefined || path === '$') return value;
  return { ...(isObject(data) ? data : {}), [path.slice(2)]: value };
};

/** A payload template filled in: `name.$` takes what its path finds, in the data or (from `$$`) in the context. */
export const fill = (template: unknown, data: unknown, context: Json): unknown => {
  if (!isObject(template) || Array.isArray(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([field, value]) => {
      if (!field.endsWith('.$') || typeof value !== 'string') return [field, fill(value, data, context)];
      return [field.slice(0, -2), value.startsWith('$$') ? read(value, context) : read(value, data)];
    }),
  );
};
