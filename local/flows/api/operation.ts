import * as z from 'zod';
import { ServiceError } from './service-error.ts';

/** One operation of the API: the request's JSON in, the response's JSON out; refusals are thrown as ServiceError. */
export type Operation = (input: unknown) => object;

/** Instants on the wire are seconds with a fraction. */
export function toSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** What every list takes. */
export const pageSchema = z.object({
  maxResults: z.int().min(0).max(1000).default(100),
  nextToken: z.string().optional(),
});

interface Listing<Item> {
  readonly items: readonly Item[];
  readonly page: z.infer<typeof pageSchema>;
  /** What the token of the next page is bound to. */
  readonly subject: string;
  /** The list grows at its front: positions are then counted from the end. */
  readonly newestFirst?: boolean;
  readonly accepts?: (item: Item) => boolean;
}

/** One page of a list. Its token stays good while the list grows and while items stop being accepted. */
export function pageOf<Item>(listing: Listing<Item>): { readonly items: readonly Item[]; readonly nextToken?: string } {
  const { items, page, subject, newestFirst = false, accepts = () => true } = listing;
  const fromEnd = (position: number) => (newestFirst ? items.length - position : position);
  const from = page.nextToken === undefined ? 0 : fromEnd(positionIn(page.nextToken, subject));
  const found = [...items.entries()].slice(from).filter(([, item]) => accepts(item));
  const last = found[(page.maxResults || 100) - 1];
  const isComplete = last === undefined || last === found.at(-1);
  return {
    items: found.slice(0, page.maxResults || 100).map(([, item]) => item),
    ...(isComplete ? {} : { nextToken: tokenFor(subject, fromEnd(last[0] + 1)) }),
  };
}

function tokenFor(subject: string, position: number): string {
  return Buffer.from(`${position} ${subject}`).toString('base64url');
}

function positionIn(token: string, subject: string): number {
  const position = Number.parseInt(Buffer.from(token, 'base64url').toString(), 10);
  if (tokenFor(subject, position) !== token) throw new ServiceError('InvalidToken', `Invalid Token: '${token}'`);
  return position;
}
