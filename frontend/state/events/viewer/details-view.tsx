import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Status } from '../../../parts/status.tsx';
import { DateText, TimeText, useNumberText } from '../../../parts/time-text.tsx';
import { categoriesQuery } from '../library.ts';
import { DataLinkDetails } from './data-link-details.tsx';

interface DetailsViewProps {
  readonly event: CertificationEvent;
}

type Admin = CertificationEvent['admins'][number];

const OptionalDate = ({ date }: { readonly date: string | null }) => (date === null ? '–' : <DateText date={date} />);
const OptionalTime = ({ at }: { readonly at: string | null }) => (at === null ? '–' : <TimeText at={at} />);

const EventDetails = ({ event }: DetailsViewProps) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const facts = [
    ['name', event.name],
    ['reportingYear', event.reportingYearLabel],
    ['level', event.level === null ? '–' : t(`level.${event.level}`)],
    ['categoryId', categories.find(({ id }) => id === event.categoryId)?.name ?? event.categoryId ?? '–'],
    ['startDate', <OptionalDate date={event.startDate} />],
    ['certificationOpensDate', <OptionalDate date={event.certificationOpensDate} />],
    ['endDate', <OptionalDate date={event.endDate} />],
    ['snapshotMethod', event.snapshotMethod === null ? '–' : t(`method.${event.snapshotMethod}`)],
    ...(event.snapshotMethod === 'ON_CERT_START'
      ? [['missingSnapshotAt', <OptionalTime at={event.missingSnapshotAt} />] as const]
      : []),
    ...(event.snapshotMethod === 'FULL'
      ? [['fullSnapshotAt', <OptionalTime at={event.fullSnapshotAt} />] as const]
      : []),
    ['active', t(event.active ? 'words.yes' : 'words.no')],
    ['participants', number(event.participantCount)],
  ] as const;
  return (
    <section className="section">
      <h2>{t('details.event')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('details.number')}</dt>
          <dd>{event.number}</dd>
        </div>
        <div>
          <dt>{t('details.publishedAt')}</dt>
          <dd>
            <OptionalTime at={event.publishedAt} />
          </dd>
        </div>
        <div className="facts-wide">
          <dt>{t('field.description')}</dt>
          <dd className="description">{event.description ?? '–'}</dd>
        </div>
      </dl>
    </section>
  );
};

const EventAdmins = ({ event }: DetailsViewProps) => {
  const { t } = useTranslation('events');
  const columns: readonly Column<Admin>[] = [
    { id: 'name', header: t('admins.name'), cell: ({ name }) => name },
    { id: 'role', header: t('admins.role'), cell: ({ role }) => t(`admins.${role}`) },
    {
      id: 'status',
      header: t('admins.status'),
      cell: ({ active }) => (
        <Status tone={active ? 'done' : 'quiet'} words={t(active ? 'admins.active' : 'admins.inactive')} />
      ),
    },
    { id: 'staff', header: t('admins.staffStateId'), cell: ({ staffStateId }) => staffStateId ?? '–' },
  ];
  return (
    <section className="section">
      <h2>{t('details.admins')}</h2>
      {event.admins.length === 0 ? (
        <EmptyState title={t('admins.empty')} />
      ) : (
        <DataTable
          caption={t('details.admins')}
          captionHidden
          columns={columns}
          rows={event.admins}
          idOf={({ userId }) => userId}
        />
      )}
    </section>
  );
};

/** What it is: its definition as districts see it, the data it links to, and who decides at the state. */
export const DetailsView = ({ event }: DetailsViewProps) => (
  <>
    <EventDetails event={event} />
    <DataLinkDetails event={event} />
    <EventAdmins event={event} />
  </>
);
