import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ordering, paginate } from './paging.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

const signing = { key: 'secret', scope: { principal: 'ana', operation: 'list', filters: {} } };
const byName = (descending: boolean): Ordering<Thing> => ({
  sortKey: ({ name }) => name,
  id: ({ id }) => id,
  descending,
});

const pageOf = (things: readonly Thing[], ordering: Ordering<Thing>, limit: number, cursor?: string) => {
  const page = paginate(things, ordering, { limit, cursor }, signing);
  if (!page.ok) throw new Error('the cursor is not valid');
  return page.value;
};

const pagesOf = (things: readonly Thing[], ordering: Ordering<Thing>, limit: number): readonly (readonly Thing[])[] => {
  const pages: (readonly Thing[])[] = [];
  let cursor: string | undefined;
  do {
    const page = pageOf(things, ordering, limit, cursor);
    pages.push(page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
};

// Names that tie, that differ in case, accents and numbers, and that hold what separates the parts of a place.
const name = fc.oneof(fc.constantFrom('a', 'A', 'ä', 'School 9', 'School 10', '', 'x\ny'), fc.string({ maxLength: 4 }));
const things = fc
  .array(name, { maxLength: 40 })
  .map((names): readonly Thing[] => names.map((one, index) => ({ id: `id-${index}`, name: one })));

test('all pages together hold every item exactly once, in the order of one long page', () => {
  fc.assert(
    fc.property(things, fc.integer({ min: 1, max: 7 }), fc.boolean(), (list, limit, descending) => {
      const ordering = byName(descending);
      const pages = pagesOf(list, ordering, limit);
      expect(pages.flat()).toEqual(pageOf(list, ordering, 200).items);
      expect(
        pages
          .flat()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(list.map(({ id }) => id).toSorted());
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    }),
  );
});

test('what comes and goes between two pages hides and repeats nothing else', () => {
  fc.assert(
    fc.property(things, things, fc.nat(), (before, added, gone) => {
      const first = pageOf(before, byName(false), 3);
      if (first.nextCursor === null) return;
      const dropped = first.items[gone % first.items.length]?.id;
      const arrived = added.map(({ name: one }, index) => ({ id: `new-${index}`, name: one }));
      const after = [...before.filter(({ id }) => id !== dropped), ...arrived];
      const rest = pageOf(after, byName(false), 200, first.nextCursor).items.map(({ id }) => id);
      const expected = before.filter((thing) => !first.items.includes(thing)).map(({ id }) => id);
      expect(rest.filter((id) => !id.startsWith('new-')).toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('numbers in names are ordered as people count', () => {
  const schools = ['School 10', 'School 9', 'school 1'].map((one, index) => ({ id: String(index), name: one }));
  expect(pageOf(schools, byName(false), 10).items.map((school) => school.name)).toEqual([
    'school 1',
    'School 9',
    'School 10',
  ]);
});

test('the total counts all pages, and the last one has no next', () => {
  const list = Array.from({ length: 5 }, (_, index) => ({ id: String(index), name: 'same' }));
  expect(pageOf(list, byName(false), 5)).toMatchObject({ total: 5, nextCursor: null });
  expect(pageOf([], byName(false), 5)).toEqual({ items: [], nextCursor: null, total: 0 });
});

test('a cursor that is none is refused', () => {
  expect(paginate([], byName(false), { limit: 1, cursor: 'x.y' }, signing)).toEqual({
    ok: false,
    failure: { code: 'CURSOR_INVALID' },
  });
});
