import * as z from 'zod';

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** Members every list takes. The cursor is signed and bound to caller, route and filters. */
export const paging = {
  limit: wholeNumber(1, 200).default(25),
  cursor: z.string().min(1).max(2000).optional(),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });

/** One that says how many fit the filters in all: of certification events, participants and certifications. */
export const countedPageOf = <Item extends z.ZodType>(item: Item) => pageOf(item).extend({ total: z.int() });

/** `true` or `false` in a query. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A reporting year in a query: `2025` or `24-25`. */
export const yearFilter = z
  .string()
  .regex(/^(\d{4}|\d{2}-\d{2})$/, 'is not a reporting year')
  .transform((value) => (value.length === 4 ? Number(value) : 2000 + Number(value.slice(3))));
