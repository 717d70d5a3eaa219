import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { allPages } from './all-pages.ts';

const longMillis = 60_000;

/** All districts that the person sees, by name. */
export const districtsQuery = queryOptions({
  queryKey: ['organizations', 'districts'],
  queryFn: () =>
    allPages((cursor) =>
      answerOf(api.GET('/v1/organizations', { params: { query: { type: 'DISTRICT', limit: '200', cursor } } })),
    ),
  staleTime: longMillis,
});

/** All schools of a district, by name. */
export const schoolsQuery = (districtId: string) =>
  queryOptions({
    queryKey: ['organizations', 'schools', districtId],
    queryFn: () =>
      allPages((cursor) =>
        answerOf(
          api.GET('/v1/organizations', {
            params: { query: { type: 'SCHOOL', parentOrganizationId: districtId, limit: '200', cursor } },
          }),
        ),
      ),
    staleTime: longMillis,
  });
