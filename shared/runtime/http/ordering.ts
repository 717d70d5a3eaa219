import type { Ordering } from './paging.ts';

/** What `sort=name` or `sort=-name` asks for, among the fields a list can be sorted by. */
export const orderingOf = <Item, Field extends string>(
  sort: Field | `-${Field}`,
  fields: Readonly<Record<Field, (item: Item) => string>>,
  id: (item: Item) => string,
): Ordering<Item> => {
  const sortKeys = new Map<string, (item: Item) => string>(Object.entries(fields));
  return { sortKey: sortKeys.get(sort.replace(/^-/, '')) ?? id, id, descending: sort.startsWith('-') };
};

/** The order in which something stands already: 0, 1, 2 ... */
export const inOrder = <Item>(place: (item: Item) => number): Ordering<Item> => {
  const sortKey = (item: Item): string => String(place(item)).padStart(9, '0');
  return { sortKey, id: sortKey, descending: false };
};

/** By time, the newest first. */
export const newestFirst = <Item>(at: (item: Item) => string, id: (item: Item) => string): Ordering<Item> => ({
  sortKey: at,
  id,
  descending: true,
});
