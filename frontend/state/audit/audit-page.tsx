import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { auditViews } from './audit-views.ts';
import { BackLink } from '../administration/back-link.tsx';
import { eventsQuery } from '../dashboard/events-query.ts';
import { useAuditColumns } from './audit-columns.tsx';
import { Seals } from './seals.tsx';

const route = getRouteApi('/signed-in/audit');

interface EntriesProps {
  readonly eventId: string;
  readonly filters: {
    readonly actor?: string | undefined;
    readonly command?: string | undefined;
    readonly after?: string | undefined;
    readonly before?: string | undefined;
  };
}

const Entries = ({ eventId, filters }: EntriesProps) => {
  const { t } = useTranslation('administration');
  const columns = useAuditColumns();
  const list = usePages({
    queryKey: ['audit', eventId, filters],
    read: (cursor) =>
      answerOf(
        api.GET('/v1/certification-events/{id}/audit', {
          params: { path: { id: eventId }, query: { ...filters, cursor, limit: '50' } },
        }),
      ),
  });
  return (
    <Listing
      list={list}
      caption={t('audit.title')}
      columns={columns}
      idOf={({ id }) => id}
      empty={t('audit.empty')}
      emptyText={list.hasMore ? t('audit.more') : t('emptyText')}
    />
  );
};

/** Who did what to a certification event and its participants, when, and why: each entry chained to the one before. */
export const AuditPage = () => {
  const { t } = useTranslation('administration');
  const search = route.useSearch();
  const { eventId, view = 'entries', ...filters } = search;
  const navigate = route.useNavigate();
  const { data: events } = useSuspenseQuery(eventsQuery);
  const chosen = events.find(({ id }) => id === eventId) ?? events[0];
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      above={<BackLink to="/administration">{t('title')}</BackLink>}
    >
      <ul className="tabs" aria-label={t('audit.views')}>
        {auditViews.map((name) => (
          <li key={name}>
            <Link
              to="/audit"
              activeOptions={{ exact: true }}
              search={{ ...search, view: name === 'entries' ? undefined : name }}
              {...(name === view && { 'aria-current': 'page' as const })}
            >
              {t(`audit.view.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      <FilterBar
        filters={[
          {
            kind: 'one',
            name: 'eventId',
            label: t('audit.event'),
            choices: events.map(({ id, name, reportingYearLabel }) => ({
              value: id,
              label: `${name}, ${reportingYearLabel}`,
            })),
          },
          ...(view === 'entries'
            ? ([
                { kind: 'text', name: 'actor', label: t('audit.actor') },
                { kind: 'text', name: 'command', label: t('audit.command') },
                { kind: 'date', name: 'after', label: t('audit.after') },
                { kind: 'date', name: 'before', label: t('audit.before') },
              ] as const)
            : []),
        ]}
        values={{ ...filters, eventId: chosen?.id }}
        onApply={(values) => void navigate({ search: { ...values, view: search.view } })}
      />
      {chosen === undefined && <EmptyState title={t('audit.noEvent')} />}
      {chosen !== undefined && view === 'entries' && <Entries eventId={chosen.id} filters={filters} />}
      {chosen !== undefined && view === 'seals' && <Seals eventId={chosen.id} />}
    </Page>
  );
};
