import * as z from 'zod';
import { Refusal } from './refusal.ts';

export interface OperationInput {
  /** The resource's name in the path. */
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One operation of the API: the response's JSON; refusals are thrown. */
export type Operation = (input: OperationInput) => object;

/** Instants on the wire are seconds. */
export function toSeconds(instant: Date | undefined): number | undefined {
  return instant && instant.getTime() / 1000;
}

const pageSchema = z.object({
  MaxResults: z.coerce.number().int().min(1).max(100).default(100),
  NextToken: z.string().optional(),
});

/** One page of a list sorted by name; the token is the last name, so that a growing list loses nothing. */
export function pageOf<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  query: unknown,
): { readonly page: readonly Item[]; readonly NextToken?: string } {
  const { MaxResults, NextToken } = pageSchema.parse(query);
  const after = NextToken === undefined ? '' : decodeToken(NextToken);
  const rest = items.filter((item) => nameOf(item) > after).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const page = rest.slice(0, MaxResults);
  const last = page.at(-1);
  const hasMore = rest.length > page.length && last !== undefined;
  return { page, ...(hasMore ? { NextToken: `after:${Buffer.from(nameOf(last)).toString('base64url')}` } : {}) };
}

function decodeToken(token: string): string {
  const [, name] = /^after:([\w-]+)$/.exec(token) ?? [];
  if (name === undefined) throw new Refusal('ValidationException', 'Invalid NextToken');
  return Buffer.from(name, 'base64url').toString();
}
