import '../events.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { meQuery } from '../../../api/queries.ts';
import type { CertificationEventSummary } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FilterBar } from '../../../parts/filter-bar.tsx';
import { Page } from '../../../parts/page.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { DateText } from '../../../parts/time-text.tsx';
import { pageIn, usePage } from '../../../parts/use-page.ts';
import { Loading } from '../../../shell/outcomes.tsx';
import { oneOf } from '../../../shell/search-values.ts';
import { EventStatus } from '../event-status.tsx';
import { eventSorts } from '../event-words.ts';
import { EventActions } from './event-actions.tsx';
import { useEventFilters } from './event-filters.ts';

const route = getRouteApi('/signed-in/certification-events');

const useColumns = (): readonly Column<CertificationEventSummary>[] => {
  const { t } = useTranslation('events');
  return [
    {
      id: 'name',
      header: t('list.name'),
      sortable: true,
      cell: ({ id, name }) => (
        <Link to="/certification-events/$eventId" params={{ eventId: id }} className="name">
          {name}
        </Link>
      ),
    },
    { id: 'status', header: t('list.status'), sortable: true, cell: (event) => <EventStatus {...event} /> },
    {
      id: 'reportingYear',
      header: t('list.year'),
      sortable: true,
      cell: ({ reportingYearLabel }) => reportingYearLabel,
    },
    {
      id: 'endDate',
      header: t('list.endDate'),
      cell: ({ endDate }) => (endDate === null ? '–' : <DateText date={endDate} />),
    },
    { id: 'actions', header: t('list.actions'), cell: (event) => <EventActions event={event} /> },
  ];
};

/** All certification events of the agency. */
export const EventsPage = () => {
  const { t } = useTranslation('events');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const filters = useEventFilters();
  const columns = useColumns();
  const { page: pageText, sort = 'name', ...given } = search;
  const query = { ...given, sort };
  const list = usePage({
    queryKey: ['events', query],
    read: (cursor) => answerOf(api.GET('/v1/certification-events', { params: { query: { ...query, cursor } } })),
    page: pageIn(pageText),
  });
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        me.permittedCommands.includes('createCertificationEvent') && (
          <Link to="/certification-events/new" className="usa-button">
            {t('list.new')}
          </Link>
        )
      }
    >
      <FilterBar
        filters={filters}
        values={given}
        onApply={(values) => void navigate({ search: { ...search, ...values, page: undefined } })}
      />
      {list.items === undefined && <Loading />}
      {list.items?.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      {list.items !== undefined && list.items.length > 0 && (
        <>
          <DataTable
            caption={t('list.title')}
            captionHidden
            columns={columns}
            rows={list.items}
            idOf={({ id }) => id}
            sort={sort}
            onSort={(next) =>
              void navigate({ search: { ...search, sort: oneOf(eventSorts, next), page: undefined }, replace: true })
            }
          />
          <Pager
            {...list}
            shown={list.items.length}
            onPage={(next) => void navigate({ search: { ...search, page: next === 1 ? undefined : String(next) } })}
          />
        </>
      )}
    </Page>
  );
};
