import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import type { Certification, Run } from '../api/shapes.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { FollowedRunStatus } from '../parts/runs/followed-run-status.tsx';
import { ShowMore } from '../parts/show-more.tsx';
import { TimeText } from '../parts/time-text.tsx';
import { usePages } from '../parts/use-pages.ts';
import { Loading } from '../shell/outcomes.tsx';
import { changedBy, type Work } from './certification-query.ts';
import { ReportButtons } from '../parts/runs/report-buttons.tsx';
import { RetryRun } from '../parts/runs/retry-run.tsx';

const from = '/signed-in/certifications/$eventId/$orgId';

interface RunsViewProps {
  readonly certification: Certification;
  readonly work: Work;
}

/** The queue of reports of this participant, as the product shows it: title, queued time, status. */
export const RunsView = ({ certification, work }: RunsViewProps) => {
  const { t } = useTranslation('district');
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/certifications/$eventId/$orgId' });
  const { queuedAfter, queuedBefore } = search;
  const list = usePages({
    queryKey: ['runs', work.eventId, work.orgId, queuedAfter, queuedBefore],
    read: (cursor) =>
      answerOf(
        api.GET('/v1/certifications/{eventId}/{orgId}/runs', {
          params: { path: work, query: { queuedAfter, queuedBefore, cursor } },
        }),
      ),
  });
  const changes = changedBy(work);
  const isRunnable = ({ step: name }: Run): boolean =>
    certification.steps.some(({ step, permittedCommands }) => step === name && permittedCommands.includes('runStep'));
  const columns: readonly Column<Run>[] = [
    { id: 'title', header: t('runs.title'), cell: ({ title }) => title },
    { id: 'queuedAt', header: t('runs.queuedAt'), cell: ({ queuedAt }) => <TimeText at={queuedAt} /> },
    { id: 'status', header: t('runs.status'), cell: (run) => <FollowedRunStatus run={run} changes={changes} /> },
    {
      id: 'report',
      header: t('runs.report'),
      cell: (run) => (
        <>
          {run.status === 'COMPLETED' && <ReportButtons run={run} isNext={false} changes={changes} />}
          {isRunnable(run) && <RetryRun run={run} changes={changes} />}
        </>
      ),
    },
  ];
  return (
    <>
      <FilterBar
        filters={[
          { kind: 'date', name: 'queuedAfter', label: t('runs.after') },
          { kind: 'date', name: 'queuedBefore', label: t('runs.before') },
        ]}
        values={{ queuedAfter, queuedBefore }}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      {list.items === undefined && <Loading />}
      {list.items?.length === 0 && <EmptyState title={t('runs.empty')} />}
      {list.items !== undefined && list.items.length > 0 && (
        <DataTable
          caption={t('wizard.view.reports')}
          captionHidden
          columns={columns}
          rows={list.items}
          idOf={({ id }) => id}
          summary={t('runs.summary', { count: list.items.length })}
        />
      )}
      <ShowMore {...list} />
    </>
  );
};
