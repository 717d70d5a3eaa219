import { useTranslation } from 'react-i18next';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { isRefused } from '../../../api/problem.ts';
import type { Participant, Run } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { RunStatus } from '../../../parts/run-status.tsx';
import { FollowedRunStatus } from '../../../parts/runs/followed-run-status.tsx';
import { ReportButtons } from '../../../parts/runs/report-buttons.tsx';
import { RetryRun } from '../../../parts/runs/retry-run.tsx';
import { RunPanel } from '../../../parts/runs/run-panel.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { Loading } from '../../../shell/outcomes.tsx';
import type { OneParticipant } from '../participant-query.ts';
import { RunOnLane } from './run-on-lane.tsx';

interface StateRunsProps {
  readonly participant: Participant;
  readonly one: OneParticipant;
}

/** The state's own runs over its copy or the snapshot; the district does not see them. */
export const StateRuns = ({ participant, one }: StateRunsProps) => {
  const { t } = useTranslation(['events', 'participation']);
  const queryKey = ['state-runs', one.eventId, one.orgId];
  const path = { id: one.eventId, orgId: one.orgId };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam: cursor }: { pageParam: string | undefined }) =>
      answerOf(
        api.GET('/v1/certification-events/{id}/participants/{orgId}/runs', { params: { path, query: { cursor } } }),
      ),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  // Runs and findings hold the records of students: the category's members see them.
  if (isRefused(error, 'FORBIDDEN', 'NOT_FOUND')) return <p>{t('participation:runs.membersOnly')}</p>;
  const [newest, ...earlier] = data?.pages.flatMap(({ items }) => items) ?? [];
  const changes = [queryKey];
  const isRetried = participant.permittedCommands.includes('runOnLane');
  const columns: readonly Column<Run>[] = [
    {
      id: 'title',
      header: t('participation:runs.name'),
      cell: ({ title, group }) => (
        <>
          <span className="name">{title}</span>
          {group !== null && <span className="row-note">{group.name}</span>}
        </>
      ),
    },
    { id: 'lane', header: t('participation:runs.lane'), cell: ({ lane }) => t(`participation:runs.lanes.${lane}`) },
    { id: 'queuedAt', header: t('participation:runs.queuedAt'), cell: ({ queuedAt }) => <TimeText at={queuedAt} /> },
    {
      id: 'status',
      header: t('events:participants.status'),
      cell: (run) => <FollowedRunStatus run={run} changes={changes} />,
    },
    {
      id: 'report',
      header: t('participation:runs.report'),
      cell: (run) => (
        <>
          {run.status === 'COMPLETED' && <ReportButtons run={run} isNext={false} changes={changes} />}
          {isRetried && <RetryRun run={run} changes={changes} />}
        </>
      ),
    },
  ];
  return (
    <>
      <p>{t('participation:runs.text')}</p>
      {isRetried && <RunOnLane participant={participant} one={one} />}
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && newest === undefined && <EmptyState title={t('participation:runs.none')} />}
      {newest !== undefined && (
        <>
          <p className="viewer-status">
            <RunStatus status={newest.status} /> {newest.group?.name} {t(`participation:runs.lanes.${newest.lane}`)}
          </p>
          <RunPanel key={newest.id} run={newest} changes={changes} isNext={false} isRetried={isRetried} />
        </>
      )}
      {earlier.length > 0 && (
        <DataTable caption={t('participation:runs.earlier')} columns={columns} rows={earlier} idOf={({ id }) => id} />
      )}
      <ShowMore hasMore={hasNextPage} isLoadingMore={isFetchingNextPage} showMore={() => void fetchNextPage()} />
    </>
  );
};
