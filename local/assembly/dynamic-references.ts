import { createHash } from 'node:crypto';

/**
 * What a deployment would read from the account. A generated secret has no value here before it is asked for: each gets one
 * made of its name, the same wherever it is named. Throws on a reference to anything else.
 */
export function resolveReferences(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\{\{resolve:([^}]*)\}\}/g, (_all, named: string) => read(named));
  if (Array.isArray(value)) return value.map(resolveReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolveReferences(entry)]));
}

function read(named: string): string {
  const [, name] = /^secretsmanager:([\w/+=.@-]+):SecretString:*$/.exec(named) ?? [];
  if (name === undefined) throw new Error(`The template refers to ${named}, which the local runtime does not read`);
  return createHash('sha256').update(`local ${name}`).digest('hex');
}
