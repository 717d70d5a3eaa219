import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

interface PagesOptions<Item> {
  readonly queryKey: QueryKey;
  readonly read: (cursor: string | undefined) => Promise<ListPage<Item>>;
}

/** A list of the API, page after page. While other filters load, the former rows stay. Faults go to the page's boundary. */
export const usePages = <Item>({ queryKey, read }: PagesOptions<Item>) => {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  const pages = query.data?.pages;
  return {
    /** Undefined until the first page is there. */
    items: pages?.flatMap(({ items }) => items),
    total: pages?.[0]?.total,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    showMore: () => void query.fetchNextPage(),
  };
};
