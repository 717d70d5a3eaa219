import type * as z from 'zod';

/** A row of the table as the document client gives and takes it. */
export type Item = Readonly<Record<string, unknown>>;

/** A stored item that does not hold what this code writes. Names the item and the places, never its content. */
export class MalformedItem extends Error {
  constructor(item: Item, { issues }: z.ZodError) {
    const places = issues.map(({ path }) => path.map(String).join('.') || '(whole)');
    super(`item ${String(item['pk'])} / ${String(item['sk'])} is malformed at ${places.join(', ')}`);
    this.name = 'MalformedItem';
  }
}

/** What `schema` finds in `value`, which is or comes from `item`. A damaged item is a fault with its key, never skipped. */
export const parseItem = <Value>(schema: z.ZodType<Value>, item: Item, value: unknown = item): Value => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new MalformedItem(item, parsed.error);
  return parsed.data;
};
