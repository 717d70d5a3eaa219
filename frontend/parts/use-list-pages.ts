import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { listPages, type ListQuery } from './list-pages.ts';

/**
 * The pages of a list on the screen. While other filters load, the former rows stay. Faults go to the page's boundary.
 * `everyMillis`: how often it is read anew.
 */
export const useListPages = <Item>(
  list: ListQuery<Item>,
  everyMillis: (pages: number) => number | false = () => false,
) =>
  useInfiniteQuery({
    ...listPages(list),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => everyMillis(state.data?.pages.length ?? 1),
    throwOnError: true,
  });
