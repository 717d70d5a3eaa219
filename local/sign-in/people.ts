import type { PoolUser } from './users.ts';

/** The attribute `name`, else given and family name, else the user name. */
export function displayName({ username, attributes }: PoolUser): string {
  const parts = [attributes['given_name'], attributes['family_name']].filter((part) => part !== undefined);
  return attributes['name'] ?? (parts.length > 0 ? parts.join(' ') : username);
}

/** What the person is, in words, as given at creation; empty when nothing was. */
export const roleOf = ({ attributes }: PoolUser): string => attributes['custom:role'] ?? attributes['profile'] ?? '';
