import type { SortingState } from '@tanstack/react-table';

/** `-name` as the table knows it: one column, descending. */
export const sortingOf = (sort: string | undefined): SortingState =>
  sort === undefined ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }];

export const sortText = ([first]: SortingState): string =>
  first === undefined ? '' : `${first.desc ? '-' : ''}${first.id}`;
