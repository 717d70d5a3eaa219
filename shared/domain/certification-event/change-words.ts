import { spokenDate } from '../../kernel/calendar-date.ts';
import { groupsChanged } from './freeze.ts';
import { definitionChanges } from './preview.ts';
import type { Body, CompleteOutline } from './state.ts';

export interface Revision {
  readonly outline: CompleteOutline;
  readonly body: Body;
}

const links = ({ dataLinks }: Body): readonly string[] =>
  dataLinks.flatMap((link) => (link.type === 'EXTERNAL_URL' ? [link.url] : [])).toSorted();

const isSame = (left: readonly string[], right: readonly string[]): boolean => left.join('\n') === right.join('\n');

type Words = (after: CompleteOutline) => string;

// Name and description change nothing for those who work on it, and who takes part is told on its own.
const fields: Readonly<Record<string, Words>> = {
  startDate: ({ startDate }) => `the start date (now ${spokenDate(startDate)})`,
  certificationOpensDate: (after) => `the opening date (now ${spokenDate(after.certificationOpensDate)})`,
  endDate: ({ endDate }) => `the end date (now ${spokenDate(endDate)})`,
  active: ({ active }) => (active ? 'its state (it goes on)' : 'its state (it is paused)'),
  categoryId: () => 'the category',
  snapshotMethod: () => 'the snapshot method',
  missingSnapshotAt: () => 'the time of missing snapshots',
  fullSnapshotAt: () => 'the time of the full snapshot',
  allowDistrictRetake: () => 'whether you may take snapshots again',
  requiredDatasets: () => 'the required data',
};

export interface ChangeWords {
  readonly words: string;
  /** Nothing but the end date has moved. */
  readonly onlyEndDate: boolean;
}

/** What a newer revision changes for those who still work on it, as a sentence names it; null: nothing. */
export const changeWords = (former: Revision, present: Revision): ChangeWords | null => {
  const changed = definitionChanges(former, present).map(({ field }) => field);
  const { requiredDatasets } = present.body;
  const parts = [
    ...Object.entries(fields).flatMap(([field, words]) => (changed.includes(field) ? [words(present.outline)] : [])),
    ...(groupsChanged({ ...former.body, requiredDatasets }, present.body) ? ['the validation groups'] : []),
    ...(isSame(links(former.body), links(present.body)) ? [] : ['the links']),
  ];
  if (parts.length === 0) return null;
  const onlyEndDate = parts.length === 1 && changed.includes('endDate');
  return { words: new Intl.ListFormat('en-US').format(parts), onlyEndDate };
};
