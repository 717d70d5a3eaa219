import { useTranslation } from 'react-i18next';
import type { Filter } from '../parts/filter-field.tsx';
import { useYearChoices } from '../parts/year-choices.ts';
import { participantStatuses, userStatuses } from './worklist-words.ts';

/** The filters of the worklist, as the product has always had them. */
export const useWorklistFilters = (): readonly Filter[] => {
  const { t } = useTranslation(['district', 'statuses']);
  const years = useYearChoices();
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
      choices: years,
    },
    { kind: 'tick', name: 'active', label: t('district:worklist.active'), on: 'true', off: 'all' },
  ];
};
