import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDays, dateIn } from '../../../shared/kernel/calendar-date.ts';
import { instantOf } from '../../../shared/kernel/instant.ts';
import { agencyQuery } from '../../api/queries.ts';
import { BarChart } from '../../parts/bar-chart.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LineChart } from '../../parts/line-chart.tsx';
import { DateText, useNumberText } from '../../parts/time-text.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { countByStatus, type Day, notStarted, progressByDay } from './counts.ts';
import { participantsQuery } from './events-query.ts';
import { Freshness } from './freshness.tsx';
import { LateTable } from './late-table.tsx';

const soonDays = 7;
type Count = ReturnType<typeof countByStatus>[number];

/** One certification event: where its participants stand, how they got there, who has not begun, how fresh the data are. */
export const EventProgress = ({ eventId }: { readonly eventId: string }) => {
  const { t } = useTranslation(['dashboard', 'statuses']);
  const number = useNumberText();
  const isPermitted = usePermitted();
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const { data: participants } = useSuspenseQuery(participantsQuery(eventId));
  const dateOf = (instant: string) => dateIn(instantOf(new Date(instant)), agency.timeZone);
  const counts = countByStatus(participants);
  const days = progressByDay(participants, dateOf);
  const late = notStarted(participants, addDays(dateOf(agency.now), soonDays));
  const statusColumns: readonly Column<Count>[] = [
    { id: 'status', header: t('dashboard:status'), cell: ({ status }) => t(`statuses:participant.${status}`) },
    { id: 'count', header: t('dashboard:participants'), numeric: true, cell: ({ count }) => number(count) },
  ];
  const dayColumns: readonly Column<Day>[] = [
    { id: 'date', header: t('dashboard:day'), cell: ({ date }) => <DateText date={date} /> },
    { id: 'sent', header: t('dashboard:sent'), numeric: true, cell: ({ sent }) => number(sent) },
    { id: 'approved', header: t('dashboard:approved'), numeric: true, cell: ({ approved }) => number(approved) },
  ];
  return (
    <>
      <section aria-labelledby="by-status" className="section">
        <h2 id="by-status">{t('dashboard:byStatus')}</h2>
        <div className="chart-beside">
          <BarChart
            title={t('dashboard:byStatus')}
            bars={counts.map(({ status, count }) => ({ label: t(`statuses:participant.${status}`), value: count }))}
          />
          <DataTable
            caption={t('dashboard:byStatus')}
            captionHidden
            columns={statusColumns}
            rows={counts}
            idOf={({ status }) => status}
            summary={t('dashboard:participantCount', { count: participants.length })}
          />
        </div>
      </section>
      <section aria-labelledby="over-time" className="section">
        <h2 id="over-time">{t('dashboard:overTime')}</h2>
        {days.length === 0 ? (
          <EmptyState title={t('dashboard:nothingSent')} />
        ) : (
          <div className="chart-beside">
            <LineChart
              title={t('dashboard:overTime')}
              most={participants.length}
              days={days.map(({ date }) => date)}
              lines={[
                { label: t('dashboard:sent'), values: days.map(({ sent }) => sent) },
                { label: t('dashboard:approved'), values: days.map(({ approved }) => approved) },
              ]}
            />
            <DataTable
              caption={t('dashboard:overTime')}
              captionHidden
              columns={dayColumns}
              rows={days}
              idOf={({ date }) => date}
            />
          </div>
        )}
      </section>
      <LateTable late={late} days={soonDays} />
      {isPermitted('getDataStatus') && (
        <Freshness districts={[...new Set(participants.map(({ districtId }) => districtId))]} />
      )}
    </>
  );
};
