import { queryOptions } from '@tanstack/react-query';
import { api, wholeAnswerOf } from '../../api/client.ts';

/** One person with rights, memberships and version. */
export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ['users', userId],
    queryFn: () => wholeAnswerOf(api.GET('/v1/users/{userId}', { params: { path: { userId } } })),
  });
