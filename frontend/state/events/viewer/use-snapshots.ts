import { useInfiniteQuery } from '@tanstack/react-query';
import type { operations } from '../../../api/openapi.ts';

export type SnapshotsPage = operations['listSnapshots']['responses'][200]['content']['application/json'];
export type Schedule = SnapshotsPage['schedules'][number];

const whileTakenMillis = 1_500;
const usuallyMillis = 15_000;

const isUnderWay = ({ snapshots }: SnapshotsPage): boolean =>
  snapshots.some(({ status }) => status === 'QUEUED' || status === 'RUNNING');

/** Snapshots and schedules of a certification event; read anew while some are being taken, and now and then besides. */
export const useSnapshots = (eventId: string, read: (cursor: string | undefined) => Promise<SnapshotsPage>) => {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['snapshots', eventId],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some(isUnderWay) ? whileTakenMillis : usuallyMillis),
    throwOnError: true,
  });
  return {
    /** Undefined until the first page is there. */
    snapshots: data?.pages.flatMap(({ snapshots }) => snapshots),
    schedules: data?.pages[0]?.schedules ?? [],
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    showMore: () => void fetchNextPage(),
  };
};
