import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../parts/empty-state.tsx';
import { SelectField } from '../../parts/fields.tsx';
import { Page } from '../../parts/page.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { EventProgress } from './event-progress.tsx';
import { eventsQuery } from './events-query.ts';
import { Jobs } from './jobs.tsx';

const route = getRouteApi('/signed-in/dashboard');

/** How it stands: one certification event in numbers, who is late, what is being worked on, and how fresh the data are. */
export const DashboardPage = () => {
  const { t } = useTranslation('dashboard');
  const isPermitted = usePermitted();
  const { eventId } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: events } = useSuspenseQuery(eventsQuery);
  const chosen =
    events.find(({ id }) => id === eventId) ?? events.find(({ status }) => status === 'PUBLISHED') ?? events[0];
  return (
    <Page title={t('title')} lead={t('lead')}>
      {chosen === undefined ? (
        <EmptyState title={t('noEvent')}>{t('noEventText')}</EmptyState>
      ) : (
        <>
          <SelectField
            label={t('event')}
            value={chosen.id}
            onChange={({ currentTarget }) => void navigate({ search: { eventId: currentTarget.value }, replace: true })}
          >
            {events.map(({ id, name, reportingYearLabel, statusLabel }) => (
              <option key={id} value={id}>
                {`${name}, ${reportingYearLabel} (${statusLabel})`}
              </option>
            ))}
          </SelectField>
          {isPermitted('listParticipants') && <EventProgress key={chosen.id} eventId={chosen.id} />}
        </>
      )}
      {isPermitted('listQueue') && <Jobs />}
    </Page>
  );
};
