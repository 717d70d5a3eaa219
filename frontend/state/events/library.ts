import { queryOptions } from '@tanstack/react-query';
import { allPages, mostAPage } from '../../api/all-pages.ts';
import { answerOf, api } from '../../api/client.ts';
import type { Organization } from '../../api/shapes.ts';

const limit = mostAPage;
const staleTime = 60_000;

export type Level = 'DISTRICT' | 'SCHOOL';

/** Every organization of a level, by name. */
export const organizationsQuery = (type: Level) =>
  queryOptions({
    queryKey: ['organizations', type, 'all'],
    queryFn: () =>
      allPages<Organization>((cursor) =>
        answerOf(api.GET('/v1/organizations', { params: { query: { type, limit, cursor } } })),
      ),
    staleTime,
  });

export const categoriesQuery = queryOptions({
  queryKey: ['categories', 'all'],
  queryFn: () => allPages((cursor) => answerOf(api.GET('/v1/categories', { params: { query: { limit, cursor } } }))),
  staleTime,
});

export const groupsQuery = queryOptions({
  queryKey: ['validation-groups', 'all'],
  queryFn: () =>
    allPages((cursor) => answerOf(api.GET('/v1/validation-groups', { params: { query: { limit, cursor } } }))),
  staleTime,
});

export const datasetsQuery = queryOptions({
  queryKey: ['datasets', 'all'],
  queryFn: () => allPages((cursor) => answerOf(api.GET('/v1/datasets', { params: { query: { limit, cursor } } }))),
  staleTime,
});
