import * as z from 'zod';

/** Does the record pass this pattern of Lambda's event filtering? */
export type FilterPattern = (record: unknown) => boolean;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const comparison = z.union([
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ suffix: z.string() }),
  z.strictObject({ 'anything-but': z.union([scalar.transform((one) => [one]), z.array(scalar)]) }),
]);

const alternatives = z.array(z.union([scalar, comparison]));

/**
 * Reads a pattern: an object demands every one of its fields, a list is satisfied by any of its values or comparisons.
 * Throws on comparisons beyond exists, prefix, suffix and anything-but.
 */
export function parseFilterPattern(pattern: unknown): FilterPattern {
  if (Array.isArray(pattern)) {
    const tests = alternatives.parse(pattern).map(parseAlternative);
    return (value) => tests.some((test) => test(value));
  }
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(pattern)).map(
    ([name, part]) => [name, parseFilterPattern(part)] as const,
  );
  return (value) => fields.every(([name, matches]) => matches(field(value, name)));
}

function parseAlternative(alternative: z.infer<typeof alternatives>[number]): FilterPattern {
  if (typeof alternative !== 'object' || alternative === null) return (value) => value === alternative;
  if ('exists' in alternative) return (value) => (value !== undefined) === alternative.exists;
  if ('prefix' in alternative) return (value) => typeof value === 'string' && value.startsWith(alternative.prefix);
  if ('suffix' in alternative) return (value) => typeof value === 'string' && value.endsWith(alternative.suffix);
  const excluded = alternative['anything-but'];
  return (value) => value !== undefined && !excluded.some((one) => one === value);
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}
