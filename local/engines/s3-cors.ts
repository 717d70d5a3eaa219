import * as z from 'zod';
import type { Resource } from '../runtime.ts';

const corsRule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
});

const bucketProperties = z.object({
  CorsConfiguration: z.object({ CorsRules: z.array(corsRule) }).optional(),
});

export type CorsRule = z.infer<typeof corsRule>;

/** Bucket name to the CORS rules the template gives it. */
export function corsRulesOf(buckets: readonly Resource[]): ReadonlyMap<string, readonly CorsRule[]> {
  return new Map(
    buckets.map(({ physicalId, properties }) => [
      physicalId,
      bucketProperties.parse(properties).CorsConfiguration?.CorsRules ?? [],
    ]),
  );
}

/** The CORS headers of an answer to `origin`; undefined when no rule of the bucket lets it in. */
export function corsHeaders(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
): Record<string, string> | undefined {
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods }) => AllowedMethods.includes(method) && AllowedOrigins.some(matches(origin)),
  );
  if (!rule) return undefined;
  return {
    'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(rule.AllowedHeaders.length > 0 ? { 'access-control-allow-headers': rule.AllowedHeaders.join(', ') } : {}),
    ...(rule.ExposedHeaders.length > 0 ? { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') } : {}),
    ...(rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) }),
    vary: 'Origin',
  };
}

function matches(origin: string): (pattern: string) => boolean {
  return (pattern) => {
    const [head = '', tail] = pattern.split('*', 2);
    return tail === undefined ? pattern === origin : origin.startsWith(head) && origin.endsWith(tail);
  };
}
