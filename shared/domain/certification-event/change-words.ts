import { parseCalendarDate, spokenDate } from '../../kernel/calendar-date.ts';
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

// Name and description change nothing for those who work on it, and who takes part is told on its own.
const days = ['startDate', 'certificationOpensDate', 'endDate'] as const;
const others = [
  'categoryId',
  'snapshotMethod',
  'missingSnapshotAt',
  'fullSnapshotAt',
  'allowDistrictRetake',
  'requiredDatasets',
] as const;

/** What may change for somebody, in the order in which it is named. */
export const changeCodes = [...days, 'resumed', 'paused', ...others, 'groups', 'links'] as const;
export type ChangeCode = (typeof changeCodes)[number];

type Facts = Readonly<Record<string, string>>;

const words: Readonly<Record<ChangeCode, (facts: Facts) => string>> = {
  startDate: (facts) => `the start date${now(facts['startDate'])}`,
  certificationOpensDate: (facts) => `the opening date${now(facts['certificationOpensDate'])}`,
  endDate: (facts) => `the end date${now(facts['endDate'])}`,
  resumed: () => 'its state (it goes on)',
  paused: () => 'its state (it is paused)',
  categoryId: () => 'the category',
  snapshotMethod: () => 'the snapshot method',
  missingSnapshotAt: () => 'the time of missing snapshots',
  fullSnapshotAt: () => 'the time of the full snapshot',
  allowDistrictRetake: () => 'whether you may take snapshots again',
  requiredDatasets: () => 'the required data',
  groups: () => 'the validation groups',
  links: () => 'the links',
};

const now = (day: string | undefined): string => {
  const date = parseCalendarDate(day ?? '');
  return date === undefined ? '' : ` (now ${spokenDate(date)})`;
};

/** The changes as an English sentence names them; null where the facts tell none. */
export const changeWords = (facts: Facts): string | null => {
  const codes = new Set((facts['changed'] ?? '').split(' '));
  const named = changeCodes.filter((code) => codes.has(code)).map((code) => words[code](facts));
  return named.length === 0 ? null : new Intl.ListFormat('en-US').format(named);
};

interface Changes {
  /** `changed`: the codes of what has changed; the new days beside it. */
  readonly facts: Facts;
  /** Nothing but the end date has moved. */
  readonly onlyEndDate: boolean;
}

/** What a newer revision changes for those who still work on it; null: nothing. */
export const changesOf = (former: Revision, present: Revision): Changes | null => {
  const changed = definitionChanges(former, present).map(({ field }) => field);
  const { outline, body } = present;
  const { requiredDatasets } = body;
  const moved = days.filter((day) => changed.includes(day));
  const codes: readonly ChangeCode[] = [
    ...moved,
    ...(changed.includes('active') ? [outline.active ? ('resumed' as const) : ('paused' as const)] : []),
    ...others.filter((field) => changed.includes(field)),
    ...(groupsChanged({ ...former.body, requiredDatasets }, body) ? (['groups'] as const) : []),
    ...(isSame(links(former.body), links(body)) ? [] : (['links'] as const)),
  ];
  if (codes.length === 0) return null;
  return {
    facts: { changed: codes.join(' '), ...Object.fromEntries(moved.map((day) => [day, outline[day]])) },
    onlyEndDate: codes.join() === 'endDate',
  };
};
