import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

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

/**
 * The pages of a list, each found from the one before. While other filters load, the former rows stay. Faults go to the
 * page's boundary. `everyMillis`: how often it is read anew while it is on the screen.
 */
export const useListPages = <Item>(
  { queryKey, read }: ListQuery<Item>,
  everyMillis: (pages: number) => number | false = () => false,
) =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => everyMillis(state.data?.pages.length ?? 1),
    throwOnError: true,
  });
