import type { ListQuery } from './list-pages.ts';
import { useListPages } from './use-list-pages.ts';

/** A list of the API, of which one asks for more. */
export const usePages = <Item>(list: ListQuery<Item>) => {
  const query = useListPages(list);
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
