import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Listing } from '../../parts/listing.tsx';
import { RunStatus } from '../../parts/run-status.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { usePages } from '../../parts/use-pages.ts';

/** The queue: what waits, what runs, and what has ended lately. */
export const Jobs = () => {
  const { t } = useTranslation('dashboard');
  const list = usePages({
    queryKey: ['queue'],
    read: (cursor) => answerOf(api.GET('/v1/runs', { params: { query: { limit: '10', cursor } } })),
  });
  const columns: readonly Column<Run>[] = [
    { id: 'title', header: t('job'), cell: ({ title }) => <span className="name">{title}</span> },
    { id: 'status', header: t('status'), cell: ({ status }) => <RunStatus status={status} /> },
    { id: 'queued', header: t('queued'), cell: ({ queuedAt }) => <TimeText at={queuedAt} /> },
    { id: 'position', header: t('position'), numeric: true, cell: ({ queuePosition }) => queuePosition ?? '–' },
  ];
  return (
    <section aria-labelledby="jobs" className="section">
      <h2 id="jobs">{t('jobs')}</h2>
      <Listing list={list} caption={t('jobs')} columns={columns} idOf={({ id }) => id} empty={t('noJobs')} />
    </section>
  );
};
