import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

interface WholeListOptions<Item> {
  readonly queryKey: QueryKey;
  readonly read: (cursor: string | undefined) => Promise<ListPage<Item>>;
  /** How often it is read anew while it is on the screen; a list of many pages costs as many requests. */
  readonly everyMillis: (pages: number) => number;
}

/** A list that is shown whole: its first page at once, the others as they come. Faults go to the page's boundary. */
export const useWholeList = <Item>({ queryKey, read, everyMillis }: WholeListOptions<Item>) => {
  const { data, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => everyMillis(state.data?.pages.length ?? 1),
    throwOnError: true,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    /** Undefined until the first page is there. */
    items: data?.pages.flatMap(({ items }) => items),
    total: data?.pages[0]?.total,
    isComplete: data !== undefined && !hasNextPage,
  };
};
