import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import type { WorklistRow } from '../api/shapes.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Page } from '../parts/page.tsx';
import { ParticipantStatus } from '../parts/participant-status.tsx';
import { ShowMore } from '../parts/show-more.tsx';
import { DateText } from '../parts/time-text.tsx';
import { usePages } from '../parts/use-pages.ts';
import { Loading } from '../shell/outcomes.tsx';
import { oneOf } from '../shell/search-values.ts';
import { RowAction } from './row-action.tsx';
import { UserStatus } from '../parts/user-status.tsx';
import { useWorklistFilters } from './worklist-filters.ts';
import { worklistSorts } from './worklist-words.ts';

const route = getRouteApi('/signed-in/certifications');

const useColumns = (): readonly Column<WorklistRow>[] => {
  const { t } = useTranslation('district');
  return [
    {
      id: 'eventName',
      header: t('worklist.eventName'),
      sortable: true,
      cell: ({ eventId, organizationId, eventName, reportingYearLabel }) => (
        <>
          <Link to="/certifications/$eventId/$orgId" params={{ eventId, orgId: organizationId }}>
            {eventName}
          </Link>
          <span className="row-note">{reportingYearLabel}</span>
        </>
      ),
    },
    { id: 'schoolName', header: t('worklist.schoolName'), cell: ({ schoolName }) => schoolName ?? '–' },
    {
      id: 'userStatus',
      header: t('worklist.userStatus'),
      cell: ({ userStatus }) => <UserStatus status={userStatus} />,
    },
    {
      id: 'eventStatus',
      header: t('worklist.eventStatus'),
      cell: ({ eventStatus }) => <ParticipantStatus status={eventStatus} />,
    },
    {
      id: 'dueDate',
      header: t('worklist.dueDate'),
      sortable: true,
      cell: ({ dueDate }) => (dueDate === null ? '–' : <DateText date={dueDate} />),
    },
    { id: 'actions', header: t('worklist.actions'), cell: (row) => <RowAction row={row} /> },
  ];
};

/** What awaits this person, and what is past. */
export const WorklistPage = () => {
  const { t } = useTranslation('district');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filters = useWorklistFilters();
  const columns = useColumns();
  const { active, archived, sort = 'eventName', ...given } = search;
  const query = { ...given, sort, ...(archived ? { archived } : {}), ...(active ? {} : { active: 'true' as const }) };
  const list = usePages({
    queryKey: ['certifications', query],
    read: (cursor) => answerOf(api.GET('/v1/certifications', { params: { query: { ...query, cursor } } })),
  });
  return (
    <Page title={archived ? t('worklist.archive') : t('worklist.title')} lead={t('worklist.lead')}>
      <ul className="tabs" aria-label={t('worklist.which')}>
        <li>
          <Link to="/certifications" search={{}} activeOptions={{ exact: true, explicitUndefined: true }}>
            {t('worklist.current')}
          </Link>
        </li>
        <li>
          <Link to="/certifications" search={{ archived: 'true' }}>
            {t('worklist.archive')}
          </Link>
        </li>
      </ul>
      <FilterBar
        filters={filters}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      {list.items === undefined && <Loading />}
      {list.items?.length === 0 && <EmptyState title={t('worklist.empty')}>{t('worklist.emptyText')}</EmptyState>}
      {list.items !== undefined && list.items.length > 0 && (
        <DataTable
          caption={archived ? t('worklist.archive') : t('worklist.title')}
          captionHidden
          columns={columns}
          rows={list.items}
          idOf={({ id }) => id}
          sort={sort}
          onSort={(next) => void navigate({ search: { ...search, sort: oneOf(worklistSorts, next) }, replace: true })}
          summary={t('worklist.summary', { shown: list.items.length, count: list.total ?? list.items.length })}
        />
      )}
      <ShowMore {...list} />
    </Page>
  );
};
