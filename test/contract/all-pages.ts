import { expect } from 'vitest';
import type { Page, PageRequest } from '../../shared/application/ports/store.ts';

/** Every page in turn; each but the last must say that there is more. */
export const allPages = async <Item>(read: (request: PageRequest) => Promise<Page<Item>>, limit: number) => {
  const items: Item[] = [];
  let from: string | undefined;
  do {
    const page = await read({ limit, from });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    if (page.next !== undefined) expect(page.items).toHaveLength(limit);
    items.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return items;
};
