interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** As many as the API gives at once. */
export const mostAPage = '200';

/** Every item of a list that is needed whole, such as the choices of a form. */
export const allPages = async <Item>(
  read: (cursor: string | undefined) => Promise<ListPage<Item>>,
  cursor?: string,
): Promise<readonly Item[]> => {
  const { items, nextCursor } = await read(cursor);
  return nextCursor === null ? items : [...items, ...(await allPages(read, nextCursor))];
};
