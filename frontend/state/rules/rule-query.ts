import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { answerOf, api, wholeAnswerOf } from '../../api/client.ts';

/** One rule, in its newest version or as it was. */
export const ruleQuery = (id: string, version?: string) =>
  queryOptions({
    queryKey: ['rules', id, version ?? 'newest'],
    queryFn: () =>
      wholeAnswerOf(
        api.GET('/v1/rules/{id}', { params: { path: { id }, query: version === undefined ? {} : { version } } }),
      ),
  });

/** The whole library, for whoever chooses rules. */
export const libraryQuery = queryOptions({
  queryKey: ['rules', 'all'],
  queryFn: () => allPages((cursor) => answerOf(api.GET('/v1/rules', { params: { query: { limit: '200', cursor } } }))),
});
