import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../parts/filter-field.tsx';
import { useYearChoices } from '../../../parts/year-choices.ts';
import { eventStatuses } from '../event-words.ts';

export const useEventFilters = (): readonly Filter[] => {
  const { t } = useTranslation(['events', 'statuses']);
  const years = useYearChoices();
  return [
    { kind: 'text', name: 'name', label: t('events:list.filterName') },
    {
      kind: 'several',
      name: 'status',
      label: t('events:list.filterStatus'),
      choices: eventStatuses.map((value) => ({ value, label: t(`statuses:event.${value}`) })),
    },
    { kind: 'one', name: 'reportingYear', label: t('events:list.filterYear'), choices: years },
  ];
};
