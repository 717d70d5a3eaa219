import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

/** What has been delivered, what of it the state has, and what the district calls its columns. */
export const dataStatusQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['data', organizationId],
    queryFn: () => answerOf(api.GET('/v1/organizations/{orgId}/data', { params: { path: { orgId: organizationId } } })),
  });
