import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { isRefused } from './problem.ts';

const attempts = 3;

/** A refusal stays one however often it is asked; only what did not come through is asked again. */
const isWorthRepeating = (failures: number, fault: Error): boolean =>
  failures < attempts && isRefused(fault, 'NOT_CONNECTED', 'UNAVAILABLE', 'TOO_MANY_REQUESTS');

export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Without a connection the request fails and says so: a button that silently waits would act later, unasked.
      queries: { networkMode: 'always', retry: isWorthRepeating, staleTime: 5_000, placeholderData: keepPreviousData },
      mutations: { networkMode: 'always', retry: false },
    },
  });

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(api.GET('/v1/me')),
  staleTime: 60_000,
});

export const agencyQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answerOf(api.GET('/v1/settings')),
  staleTime: 600_000,
});
