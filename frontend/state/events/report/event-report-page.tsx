import '../events.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { allPages, mostAPage } from '../../../api/all-pages.ts';
import { answerOf, api } from '../../../api/client.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FilterBar } from '../../../parts/filter-bar.tsx';
import type { Filter } from '../../../parts/filter-field.tsx';
import { Page } from '../../../parts/page.tsx';
import { useYearChoices } from '../../../parts/year-choices.ts';
import { Loading } from '../../../shell/outcomes.tsx';
import { participantStatuses } from '../event-words.ts';
import { organizationsQuery } from '../library.ts';
import { ReportContent } from './report-content.tsx';
import { ReportFormats, type ReportWish } from './report-formats.tsx';

const route = getRouteApi('/signed-in/event-report');

/** How far everybody is, to be read here or taken along as a document. */
export const EventReportPage = () => {
  const { t } = useTranslation(['events', 'statuses']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const years = useYearChoices();
  const { year, eventId, status = [], districts = [], includeReviewers } = search;
  const { data: events = [] } = useQuery({
    queryKey: ['events', 'of year', year],
    queryFn: () =>
      allPages((cursor) =>
        answerOf(
          api.GET('/v1/certification-events', {
            params: {
              query: { status: ['PUBLISHED', 'CLOSED'], reportingYear: year, limit: mostAPage, cursor },
            },
          }),
        ),
      ),
    throwOnError: true,
  });
  const { data: organizations = [] } = useQuery({ ...organizationsQuery('DISTRICT'), throwOnError: true });
  const wish: ReportWish = {
    status: [...status],
    districts: [...districts],
    includeReviewers: includeReviewers ?? 'true',
  };
  const { data: report } = useQuery({
    queryKey: ['event-report', eventId, wish],
    queryFn: () =>
      answerOf(
        api.GET('/v1/certification-events/{id}/report', {
          params: { path: { id: eventId ?? '' }, query: { ...wish, format: 'json' } },
        }),
      ),
    enabled: eventId !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  const filters: readonly Filter[] = [
    { kind: 'one', name: 'year', label: t('events:report.year'), choices: years },
    {
      kind: 'one',
      name: 'eventId',
      label: t('events:report.event'),
      choices: events.map(({ id, name, reportingYearLabel }) => ({
        value: id,
        label: year === undefined ? `${name} (${reportingYearLabel})` : name,
      })),
    },
    {
      kind: 'several',
      name: 'status',
      label: t('events:participants.filterStatus'),
      choices: participantStatuses.map((value) => ({ value, label: t(`statuses:participant.${value}`) })),
    },
    {
      kind: 'several',
      name: 'districts',
      label: t('events:report.districts'),
      choices: organizations.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'tick',
      name: 'includeReviewers',
      label: t('events:report.includeReviewers'),
      on: 'true',
      off: 'false',
    },
  ];
  return (
    <Page title={t('events:report.title')} lead={t('events:report.lead')}>
      <FilterBar
        // The certification events of another year come with it.
        key={events.length}
        filters={filters}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      {eventId === undefined && <EmptyState title={t('events:report.choose')} />}
      {eventId !== undefined && report === undefined && <Loading />}
      {eventId !== undefined && report !== undefined && (
        <>
          <ReportFormats eventId={eventId} wish={wish} />
          <ReportContent report={report} />
        </>
      )}
    </Page>
  );
};
