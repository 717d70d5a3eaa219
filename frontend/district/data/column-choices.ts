import { comparedName } from '../../../shared/engine/ingest/column-names.ts';
import type { ColumnMapping } from '../../../shared/engine/ingest/job.ts';

/** For columns of the dataset the name that stands for each in the file; empty: none. */
export type Choices = Readonly<Record<string, string>>;

const isSame = (one: string) => (other: string) => comparedName(one) === comparedName(other);
const letters = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const known = ({ columns }: ColumnMapping, column: string, foreign: readonly string[]): string | undefined =>
  foreign.find((title) => Object.entries(columns).some(([name, one]) => one === column && isSame(name)(title)));

/** What is known already; where nothing is, a name that differs from the column's only by spaces, signs and size. */
export const choicesFrom = (
  columns: readonly string[],
  foreign: readonly string[],
  mapping: ColumnMapping | undefined,
): Choices => {
  const choice = (column: string): string | undefined =>
    mapping === undefined
      ? foreign.find((title) => letters(title) === letters(column))
      : known(mapping, column, foreign);
  return Object.fromEntries(columns.map((column) => [column, choice(column) ?? '']));
};

/**
 * The mapping to keep: of the names in this file those that were chosen stand for their columns and the others are passed
 * over. What was known of names that are not in this file stays.
 */
export const mappingWith = (choices: Choices, foreign: readonly string[], mapping: ColumnMapping | undefined) => {
  const isElsewhere = (title: string): boolean => !foreign.some(isSame(title));
  const chosen = Object.entries(choices).filter(([, title]) => title !== '');
  return {
    columns: Object.fromEntries([
      ...Object.entries(mapping?.columns ?? {}).filter(([title]) => isElsewhere(title)),
      ...chosen.map(([column, title]) => [title, column] as const),
    ]),
    ignored: [
      ...(mapping?.ignored ?? []).filter(isElsewhere),
      ...foreign.filter((title) => !chosen.some(([, one]) => one === title)),
    ],
  };
};
