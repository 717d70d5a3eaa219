import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

/** A list of the API, as it is asked for page after page. */
export interface ListQuery<Item> {
  readonly queryKey: QueryKey;
  readonly read: (cursor: string | undefined) => Promise<ListPage<Item>>;
}

/** The pages of a list, each found from the one before. */
export const listPages = <Item>({ queryKey, read }: ListQuery<Item>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
