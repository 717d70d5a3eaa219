import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../api/queries.ts';
import type { Filter } from '../parts/filter-field.tsx';
import { participantStatuses, userStatuses } from './worklist-words.ts';

const yearsShown = 8;

/** `24-25` for the year that ends in 2025. */
const yearLabel = (year: number): string => `${String(year - 1).slice(2)}-${String(year).slice(2)}`;

/** The filters of the worklist, as the product has always had them. */
export const useWorklistFilters = (): readonly Filter[] => {
  const { t } = useTranslation(['district', 'statuses']);
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const newest = new Date(agency.now).getUTCFullYear() + 1;
  const years = Array.from({ length: yearsShown }, (_, index) => newest - index);
  return [
    { kind: 'text', name: 'eventName', label: t('district:worklist.filterEventName') },
    { kind: 'text', name: 'schoolName', label: t('district:worklist.filterSchoolName') },
    {
      kind: 'several',
      name: 'userStatus',
      label: t('district:worklist.userStatus'),
      choices: userStatuses.map((value) => ({ value, label: t(`statuses:user.${value}`) })),
    },
    {
      kind: 'several',
      name: 'eventStatus',
      label: t('district:worklist.eventStatus'),
      choices: participantStatuses.map((value) => ({ value, label: t(`statuses:participant.${value}`) })),
    },
    { kind: 'date', name: 'dueAfter', label: t('district:worklist.dueAfter') },
    { kind: 'date', name: 'dueBefore', label: t('district:worklist.dueBefore') },
    {
      kind: 'one',
      name: 'year',
      label: t('district:worklist.year'),
      choices: years.map((year) => ({ value: String(year), label: yearLabel(year) })),
    },
    { kind: 'tick', name: 'active', label: t('district:worklist.active'), on: 'true', off: 'all' },
  ];
};
