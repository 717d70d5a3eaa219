import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, wholeAnswerOf } from '../../api/client.ts';
import { everyPage } from '../../api/every-page.ts';

const longMillis = 60_000;

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
  queryFn: () => everyPage((cursor) => answerOf(api.GET('/v1/rules', { params: { query: { limit: '200', cursor } } }))),
});

export const datasetsQuery = queryOptions({
  queryKey: ['datasets', 'all'],
  queryFn: () =>
    everyPage((cursor) => answerOf(api.GET('/v1/datasets', { params: { query: { limit: '200', cursor } } }))),
  staleTime: longMillis,
});
