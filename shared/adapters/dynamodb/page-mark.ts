import * as z from 'zod';
import type { Item } from './parse-item.ts';
import type { IndexName } from './keys.ts';
import { tableSchema } from './table-schema.ts';

const keySchema = z.record(z.string(), z.string());

/** The place after an item, as a text: the keys under which the table and the index know the item. */
export const pageMark = (last: Item, index: IndexName | undefined): string => {
  const indexKeys = tableSchema.indexes.filter(({ name }) => name === index);
  const names = [tableSchema, ...indexKeys].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
  return Buffer.from(JSON.stringify(Object.fromEntries(names.map((name) => [name, last[name]])))).toString('base64url');
};

/** Throws on a text that `pageMark` did not make: the application lets only signed ones through. */
export const startAfter = (mark: string | undefined): { readonly ExclusiveStartKey?: Record<string, string> } =>
  mark === undefined
    ? {}
    : { ExclusiveStartKey: keySchema.parse(JSON.parse(Buffer.from(mark, 'base64url').toString())) };
