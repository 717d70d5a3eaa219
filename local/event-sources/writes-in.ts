import type { NeededRight } from '../gateway/operation.ts';
import type { Write } from './table-stream-source.ts';

const writing = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map((name) => `dynamodb:${name}`);

/** What a call to a table wrote: each item needs a right of its own, whose condition names its partition key. */
export function writesIn(rights: readonly NeededRight[]): Write[] {
  return rights
    .filter(({ action }) => writing.includes(action))
    .flatMap(({ resources, context }) =>
      resources.map((tableArn) => ({ tableArn, partitionKey: context?.['dynamodb:LeadingKeys']?.[0] })),
    );
}
