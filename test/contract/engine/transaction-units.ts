import { itemBytes } from '../../../shared/adapters/dynamodb/item-bytes.ts';
import { tableSchema } from '../../../shared/adapters/dynamodb/table-schema.ts';
import type { Transaction } from '../../../shared/adapters/dynamodb/transaction.ts';
import type { TransactItem } from '../../../shared/adapters/dynamodb/writes/transact-item.ts';

export interface WriteUnits {
  readonly table: number;
  readonly indexes: number;
  /** The largest item, in bytes. */
  readonly largest: number;
}

const unitsFor = (bytes: number): number => 2 * Math.ceil(bytes / 1024);

const indexesOf = (item: Readonly<Record<string, unknown>>): number =>
  tableSchema.indexes.filter(({ partitionKey }) => item[partitionKey] !== undefined).length;

const bytesOf = ({ Put }: TransactItem): number => (Put?.Item ? itemBytes(Put.Item) : 1);

/**
 * What AWS charges for a transaction: two units for every item and begun kilobyte, condition checks included, and the same
 * for each index that carries the item. DynamoDB Local reports less: it rounds the sum of all items.
 * Updates and checks here concern items of less than a kilobyte.
 */
export const unitsOfTransaction = ({ record, writes }: Transaction): WriteUnits => {
  const items = record ? [record, ...writes] : writes;
  return {
    table: items.reduce((sum, item) => sum + unitsFor(bytesOf(item)), 0),
    indexes: items.reduce((sum, item) => sum + indexesOf(item.Put?.Item ?? {}) * unitsFor(bytesOf(item)), 0),
    largest: Math.max(...items.map(bytesOf)),
  };
};
