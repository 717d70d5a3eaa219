import { useTranslation } from 'react-i18next';
import type { EventReport } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { ParticipantStatus } from '../../../parts/participant-status.tsx';
import { DateText, TimeText, useNumberText } from '../../../parts/time-text.tsx';
import { UserStatus } from '../../../parts/user-status.tsx';

type ReportRow = EventReport['participants'][number];
type StateMember = EventReport['state'][number];

/** The header of the report, its people at the state, and every district or school with its people. */
export const ReportContent = ({ report }: { readonly report: EventReport }) => {
  const { t } = useTranslation(['events', 'participation', 'statuses']);
  const number = useNumberText();
  const { certificationEvent: event } = report;
  const stateColumns: readonly Column<StateMember>[] = [
    { id: 'name', header: t('events:admins.name'), cell: ({ name }) => <span className="name">{name}</span> },
    { id: 'role', header: t('events:admins.role'), cell: ({ role }) => t(`events:admins.${role}`) },
    {
      id: 'status',
      header: t('events:admins.status'),
      cell: ({ active }) => t(active ? 'events:admins.active' : 'events:admins.inactive'),
    },
  ];
  const columns: readonly Column<ReportRow>[] = [
    {
      id: 'name',
      header: t('events:participants.name'),
      cell: ({ name, number: own }) => (
        <>
          <span className="name">{name}</span>
          <span className="row-note">{own}</span>
        </>
      ),
    },
    {
      id: 'status',
      header: t('events:participants.status'),
      cell: ({ status }) => <ParticipantStatus status={status} />,
    },
    {
      id: 'snapshot',
      header: t('events:participants.snapshotDate'),
      cell: ({ snapshotDate }) => (snapshotDate === null ? '–' : <TimeText at={snapshotDate} />),
    },
    {
      id: 'people',
      header: t('participation:people.title'),
      cell: ({ people }) =>
        people.length === 0 ? (
          '–'
        ) : (
          <ul className="people">
            {people.map(({ userId, name, userStatus }) => (
              <li key={userId}>
                <span className="name">{name}</span> <UserStatus status={userStatus} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <>
      <h2 className="name">{event.name}</h2>
      <dl className="facts">
        <div>
          <dt>{t('events:field.categoryId')}</dt>
          <dd className="name">{event.categoryName}</dd>
        </div>
        <div>
          <dt>{t('events:field.startDate')}</dt>
          <dd>
            <DateText date={event.startDate} />
          </dd>
        </div>
        <div>
          <dt>{t('events:field.endDate')}</dt>
          <dd>
            <DateText date={event.endDate} />
          </dd>
        </div>
        <div>
          <dt>{t('events:report.snapshotAvailable')}</dt>
          <dd>{t(report.snapshotAvailable ? 'events:words.yes' : 'events:words.no')}</dd>
        </div>
        <div>
          <dt>{t('events:report.generatedAt')}</dt>
          <dd>
            <TimeText at={report.generatedAt} />
          </dd>
        </div>
        {report.counts
          .filter(({ count }) => count > 0)
          .map(({ status, count }) => (
            <div key={status}>
              <dt>{t(`statuses:participant.${status}`)}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
      </dl>
      <section className="section">
        <DataTable
          caption={t('events:report.state')}
          columns={stateColumns}
          rows={report.state}
          idOf={({ userId }) => userId}
        />
      </section>
      <section className="section">
        <DataTable
          caption={t('events:viewer.view.status')}
          columns={columns}
          rows={report.participants}
          idOf={({ organizationId }) => organizationId}
          summary={t('events:participants.summary', {
            shown: number(report.participants.length),
            number: number(report.participants.length),
            count: report.participants.length,
          })}
        />
      </section>
    </>
  );
};
