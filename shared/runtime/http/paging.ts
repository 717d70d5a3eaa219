import { type Result, ok, refuse } from '../../kernel/result.ts';
import { type CursorScope, readCursor, writeCursor } from './cursor.ts';

/** One page as the contract writes it. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

export interface PageWish {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Ordering<Item> {
  /** What to sort by; ties are settled by `id`, so that every item has one place. */
  readonly sortKey: (item: Item) => string;
  readonly id: (item: Item) => string;
  readonly descending: boolean;
}

type CursorFailure = { readonly code: 'CURSOR_INVALID' };

const collator = new Intl.Collator('en', { numeric: true });

const compareTexts = (left: string, right: string): number =>
  collator.compare(left, right) || (left < right ? -1 : left > right ? 1 : 0);

type Place = readonly [sortKey: string, id: string];

const comparePlaces = (left: Place, right: Place): number =>
  compareTexts(left[0], right[0]) || compareTexts(left[1], right[1]);

const placeFrom = (position: string): Place => {
  const [sortKey = '', id = ''] = position.split('\n', 2);
  return [sortKey, id];
};

/**
 * Sorts and cuts a list that was read whole. The next page starts after the last item's place in the order, not at a
 * count, so that items coming and going in between neither repeat nor hide others.
 */
export const paginate = <Item>(
  items: readonly Item[],
  ordering: Ordering<Item>,
  wish: PageWish,
  signing: { readonly key: string; readonly scope: CursorScope },
): Result<ListPage<Item>, CursorFailure> => {
  const place = (item: Item): Place => [ordering.sortKey(item).replaceAll('\n', ' '), ordering.id(item)];
  const direction = ordering.descending ? -1 : 1;
  const compare = (left: Place, right: Place): number => direction * comparePlaces(left, right);
  const sorted = [...items].sort((left, right) => compare(place(left), place(right)));
  const position = wish.cursor === undefined ? undefined : readCursor(signing.key, signing.scope, wish.cursor);
  if (wish.cursor !== undefined && position === undefined) return refuse({ code: 'CURSOR_INVALID' });
  const rest = position === undefined ? sorted : sorted.filter((item) => compare(place(item), placeFrom(position)) > 0);
  const page = rest.slice(0, wish.limit);
  const last = page.at(-1);
  const more = rest.length > page.length && last !== undefined;
  return ok({
    items: page,
    nextCursor: more ? writeCursor(signing.key, signing.scope, place(last).join('\n')) : null,
    total: items.length,
  });
};

/** Continues a list the store itself pages: the position is the store's own. */
export const storePosition = (
  wish: PageWish,
  signing: { readonly key: string; readonly scope: CursorScope },
): Result<string | undefined, CursorFailure> => {
  if (wish.cursor === undefined) return ok(undefined);
  const position = readCursor(signing.key, signing.scope, wish.cursor);
  return position === undefined ? refuse({ code: 'CURSOR_INVALID' }) : ok(position);
};
