import { queryOptions } from '@tanstack/react-query';
import { type DatasetDeclaration, datasetDeclarationSchema } from '../../../shared/engine/declaration.ts';
import { answerOf, api } from '../../api/client.ts';
import type { Dataset } from '../../api/shapes.ts';

const declarationOf = ({
  name,
  version,
  title,
  columns,
  key,
  schoolColumn,
  schoolThrough,
  schoolThroughAlso,
}: Dataset): DatasetDeclaration =>
  datasetDeclarationSchema.parse({
    name,
    version,
    title,
    columns,
    key,
    schoolColumn,
    schoolThrough,
    schoolThroughAlso,
  });

const everything = async (cursor?: string): Promise<readonly Dataset[]> => {
  const page = await answerOf(api.GET('/v1/datasets', { params: { query: { limit: '200', cursor } } }));
  return page.nextCursor === null ? page.items : [...page.items, ...(await everything(page.nextCursor))];
};

/** What the state wants of each dataset: by this a file is checked before it is sent, and afterwards again. */
export const declarationsQuery = queryOptions({
  queryKey: ['datasets'],
  queryFn: async () => (await everything()).map(declarationOf),
  staleTime: 600_000,
});
