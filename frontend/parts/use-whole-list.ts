import { useEffect } from 'react';
import type { ListQuery } from './list-pages.ts';
import { useListPages } from './use-list-pages.ts';

interface WholeList<Item> extends ListQuery<Item> {
  /** How often it is read anew while it is on the screen; a list of many pages costs as many requests. */
  readonly everyMillis: (pages: number) => number;
}

/** A list that is shown whole: its first page at once, the others as they come. */
export const useWholeList = <Item>({ everyMillis, ...list }: WholeList<Item>) => {
  const { data, fetchNextPage, hasNextPage, isFetching } = useListPages(list, everyMillis);
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
