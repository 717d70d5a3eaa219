import type { EntityName, StateOf, Versioned } from '../../shared/application/entities.ts';
import type { Page, PageRequest } from '../../shared/application/ports/store.ts';
import type { InMemoryData } from './in-memory-data.ts';

export interface Order<State> {
  readonly where: (state: State) => boolean;
  /** Sorts the list, and marks the place where a page ends. */
  readonly by: (state: State) => string;
}

export const listed = <Name extends EntityName>(
  data: InMemoryData,
  entity: Name,
  { where, by }: Order<StateOf<Name>>,
): readonly Versioned<StateOf<Name>>[] =>
  [...data.states[entity].values()]
    .filter(({ state }) => where(state))
    .toSorted((left, right) => (by(left.state) < by(right.state) ? -1 : 1));

/** The same of a list whose marks fall from item to item. */
export const pagedBackwards = <Item>(
  items: readonly Item[],
  by: (item: Item) => string,
  { limit, from }: PageRequest,
): Page<Item> => {
  const rest = from === undefined ? items : items.filter((item) => by(item) < from);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: last && rest.length > limit ? by(last) : undefined };
};

/** One page of a sorted list; the mark is the place of its last item. */
export const paged = <Item>(
  items: readonly Item[],
  by: (item: Item) => string,
  { limit, from }: PageRequest,
): Page<Item> => {
  const rest = from === undefined ? items : items.filter((item) => by(item) > from);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: last && rest.length > limit ? by(last) : undefined };
};
