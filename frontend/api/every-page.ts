interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list of the API as a whole, for what a person chooses from: districts, schools, categories. */
export const everyPage = async <Item>(
  read: (cursor: string | undefined) => Promise<ListPage<Item>>,
): Promise<readonly Item[]> => {
  const first = await read(undefined);
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null; ) {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
};
