import { queryOptions } from '@tanstack/react-query';
import { api, wholeAnswerOf } from '../../api/client.ts';

export const datasetQuery = (name: string) =>
  queryOptions({
    queryKey: ['datasets', 'one', name],
    queryFn: () => wholeAnswerOf(api.GET('/v1/datasets/{name}', { params: { path: { name } } })),
  });
