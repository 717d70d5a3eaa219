import { useEffect } from 'react';
import type { ListQuery } from './list-pages.ts';
import { useListPages } from './use-list-pages.ts';

interface OnePage<Item> extends ListQuery<Item> {
  /** Which one, counted from 1, as the address says it. */
  readonly page: number;
}

/** The numbers of the page's address: an address may say anything. */
export const pageIn = (text: string | undefined): number => {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page > 0 ? page : 1;
};

/**
 * One page of a list of the API. Its pages are found one from the other, so a page that is opened by its number is walked
 * to; beyond the end one gets the last.
 */
export const usePage = <Item>({ page, ...list }: OnePage<Item>) => {
  const { data, fetchNextPage, hasNextPage, isFetching } = useListPages(list);
  const pages = data?.pages ?? [];
  const isOnTheWay = pages.length < page && hasNextPage;
  useEffect(() => {
    if (isOnTheWay && !isFetching) void fetchNextPage();
  }, [isOnTheWay, isFetching, fetchNextPage]);
  const index = Math.min(page, pages.length) - 1;
  const before = pages.slice(0, Math.max(index, 0)).reduce((sum, { items }) => sum + items.length, 0);
  const shown = pages[index];
  return {
    /** Undefined until the page is there. */
    items: isOnTheWay ? undefined : shown?.items,
    first: before + 1,
    total: pages[0]?.total ?? before + (shown?.items.length ?? 0),
    page: index + 1,
    hasNext: index + 1 < pages.length || hasNextPage,
  };
};
