import { queryOptions } from '@tanstack/react-query';
import { api, wholeAnswerOf } from '../../api/client.ts';

/** One group with its rules in order, and its version. */
export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['validation-groups', id],
    queryFn: () => wholeAnswerOf(api.GET('/v1/validation-groups/{id}', { params: { path: { id } } })),
  });
