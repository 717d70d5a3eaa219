import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { allPages } from '../../api/all-pages.ts';

/** The certification events that are or were at work, newest year first. */
export const eventsQuery = queryOptions({
  queryKey: ['certification-events', 'published'],
  queryFn: () =>
    allPages((cursor) =>
      answerOf(
        api.GET('/v1/certification-events', {
          params: { query: { status: ['PUBLISHED', 'CLOSED'], limit: '200', cursor } },
        }),
      ),
    ),
});

/** All participants of one, to count. */
export const participantsQuery = (id: string) =>
  queryOptions({
    queryKey: ['participants', id, 'all'],
    queryFn: () =>
      allPages((cursor) =>
        answerOf(
          api.GET('/v1/certification-events/{id}/participants', {
            params: { path: { id }, query: { limit: '200', cursor } },
          }),
        ),
      ),
  });
