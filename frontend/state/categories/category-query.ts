import { queryOptions } from '@tanstack/react-query';
import { api, wholeAnswerOf } from '../../api/client.ts';

/** One category with its version, which the changes of it are made over. */
export const categoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['categories', id],
    queryFn: () => wholeAnswerOf(api.GET('/v1/categories/{id}', { params: { path: { id } } })),
  });
