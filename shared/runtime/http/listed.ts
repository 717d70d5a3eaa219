import type { Caller } from '../../application/caller.ts';
import { principalOf } from '../../application/caller.ts';
import type { Page, PageRequest, Store } from '../../application/ports/store.ts';
import type { Operation } from '../../contracts/operations/operation.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type CursorScope, writeCursor } from './cursor.ts';
import { type Ordering, type PageWish, paginate, storePosition } from './paging.ts';

/** A list request as its door has it. Everything but the page wish is a filter, and a cursor is bound to all of it. */
export interface ListRequest {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: PageWish & Readonly<Record<string, unknown>>;
}

interface Signing {
  readonly key: string;
  readonly scope: CursorScope;
}

const signingOf = async (
  store: Pick<Store, 'cursorKey'>,
  operation: Operation,
  { caller, params, query }: ListRequest,
): Promise<Signing> => {
  const { limit: _limit, cursor: _cursor, ...filters } = query;
  const scope = {
    principal: principalOf(caller),
    operation: operation.operationId,
    filters: { ...params, ...filters },
  };
  return { key: await store.cursorKey(), scope };
};

interface WholeList<Item> {
  readonly items: readonly Item[];
  readonly ordering: Ordering<Item>;
  /** What has to be looked up for the items of the page, all at once. */
  readonly complete?: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** Shows one item, or all of a page at once where more must be read for them. */
  readonly view:
    | ((item: Item) => unknown)
    | { readonly together: (page: readonly Item[]) => Promise<readonly unknown[]> };
}

/** One page of a list that was read whole; only what the page shows is rendered. */
export const listed = async <Item>(
  store: Pick<Store, 'cursorKey'>,
  operation: Operation,
  request: ListRequest,
  { items, ordering, view, complete = async (shown) => shown }: WholeList<Item>,
): Promise<Result<{ readonly body: Readonly<Record<string, unknown>> }, { readonly code: 'CURSOR_INVALID' }>> => {
  const page = paginate(items, ordering, request.query, await signingOf(store, operation, request));
  if (!page.ok) return page;
  const shown = await complete(page.value.items);
  const views = typeof view === 'function' ? await Promise.all(shown.map(view)) : await view.together(shown);
  return ok({ body: { ...page.value, items: views } });
};

/** One page as the store itself cuts it, its mark signed into the cursor. */
export const listedByStore = async <Read extends Page<unknown>>(
  store: Pick<Store, 'cursorKey'>,
  operation: Operation,
  request: ListRequest,
  read: (page: PageRequest) => Promise<Read>,
): Promise<
  Result<Omit<Read, 'next'> & { readonly nextCursor: string | null }, { readonly code: 'CURSOR_INVALID' }>
> => {
  const signing = await signingOf(store, operation, request);
  const position = storePosition(request.query, signing);
  if (!position.ok) return position;
  const { next, ...page } = await read({ limit: request.query.limit, from: position.value });
  return ok({ ...page, nextCursor: next === undefined ? null : writeCursor(signing.key, signing.scope, next) });
};
