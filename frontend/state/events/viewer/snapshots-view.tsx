import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Loading } from '../../../shell/outcomes.tsx';
import { DatamartTable } from './datamart-table.tsx';
import { Gone } from './retention.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { SnapshotHistory } from './snapshot-history.tsx';
import { TakeMissing } from './take-missing.tsx';
import { useSnapshots } from './use-snapshots.ts';

/** The snapshots of all participants: those that come by the clock, and those that were taken. They move by themselves. */
export const SnapshotsView = ({ event }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation('events');
  const list = useSnapshots(event.id, (cursor) =>
    answerOf(
      api.GET('/v1/certification-events/{id}/snapshots', { params: { path: { id: event.id }, query: { cursor } } }),
    ),
  );
  if (event.snapshotMethod === 'NONE') return <EmptyState title={t('snapshots.notUsed')} />;
  if (list.snapshots === undefined) return <Loading />;
  return (
    <>
      <section className="section">
        <h2>{t('snapshots.state')}</h2>
        <p>{t('snapshots.stateText')}</p>
        {event.permittedCommands.includes('takeSnapshots') && <TakeMissing eventId={event.id} />}
      </section>
      <section className="section">
        <h2>{t('snapshots.scheduled')}</h2>
        <ScheduleTable schedules={list.schedules} level={event.level} />
      </section>
      <section className="section">
        <h2>{t('snapshots.history')}</h2>
        <SnapshotHistory event={event} snapshots={list.snapshots} more={list} />
      </section>
      <section className="section">
        <h2>{t('datamart.title')}</h2>
        <p>{t('datamart.text')}</p>
        {event.deletion === null ? <DatamartTable eventId={event.id} /> : <Gone deletion={event.deletion} />}
      </section>
    </>
  );
};
