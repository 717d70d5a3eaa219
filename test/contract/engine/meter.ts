import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { itemBytes } from '../../../shared/adapters/dynamodb/item-bytes.ts';
import { tableSchema } from '../../../shared/adapters/dynamodb/table-schema.ts';
import { type AttributeValues, nativeItem } from './attribute-values.ts';
import { type WireRequest, wireRequest } from './wire-request.ts';

export interface MeteredRequest {
  readonly operation: string;
  readonly wire: WireRequest;
  readonly readUnits: number;
  /** On the table itself; what its indexes take besides stands apart. */
  readonly writeUnits: number;
  readonly indexUnits: number;
}

const capacity = z.object({
  CapacityUnits: z.number().default(0),
  Table: z.object({ CapacityUnits: z.number().default(0) }).optional(),
});
const consumed = z.object({ ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional() });

const transactionUnits = (bytes: number): number => 2 * Math.ceil(bytes / 1024);

const indexesOf = (item: AttributeValues): number =>
  tableSchema.indexes.filter(({ partitionKey }) => item[partitionKey] !== undefined).length;

/**
 * AWS charges a transaction two units for every item and begun kilobyte, condition checks included, and the same for each
 * index that carries the item. The local engine says less: it rounds the sum of all items. Updates and checks here concern
 * items of less than a kilobyte.
 */
const unitsOfTransaction = ({ TransactItems = [] }: WireRequest) => {
  const units = TransactItems.map(({ Put }) => {
    const own = transactionUnits(Put ? itemBytes(nativeItem(Put.Item)) : 1);
    return { writeUnits: own, indexUnits: Put ? own * indexesOf(Put.Item) : 0 };
  });
  return {
    readUnits: 0,
    writeUnits: units.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
    indexUnits: units.reduce((sum, { indexUnits }) => sum + indexUnits, 0),
  };
};

const unitsReported = (operation: string, output: unknown) => {
  const { ConsumedCapacity: reports = [] } = consumed.parse(output);
  const all = Array.isArray(reports) ? reports : [reports];
  const total = all.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  if (/^(GetItem|BatchGetItem|Query)$/.test(operation)) return { readUnits: total, writeUnits: 0, indexUnits: 0 };
  const own = all.reduce((sum, { Table }) => sum + (Table?.CapacityUnits ?? 0), 0);
  return { readUnits: 0, writeUnits: own, indexUnits: total - own };
};

/** Collects what every request of a client asked for and what it consumed. */
export const meterOf = (client: DynamoDBClient): MeteredRequest[] => {
  const requests: MeteredRequest[] = [];
  client.middlewareStack.add(
    (next) => (args) => next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } }),
    { step: 'initialize', name: 'report' },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      const wire = wireRequest.parse(args.request);
      const units =
        operation === 'TransactWriteItems' ? unitsOfTransaction(wire) : unitsReported(operation, answer.output);
      requests.push({ operation, wire, ...units });
      return answer;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'meter' },
  );
  return requests;
};
