import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, wholeAnswerOf } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { RunStatus } from '../run-status.tsx';
import { useJob } from '../use-job.ts';

interface FollowedProps {
  readonly run: Run;
  /** What is read anew when it has gone on. */
  readonly changes: readonly QueryKey[];
}

const Followed = ({ run: known, changes }: FollowedProps) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: run = known } = useJob({
    queryKey: ['run', known.id],
    read: () => wholeAnswerOf(api.GET('/v1/runs/{id}', { params: { path: { id: known.id } } })),
  });
  const readAnew = useEffectEvent(() => {
    for (const queryKey of changes) void queries.invalidateQueries({ queryKey });
  });
  useEffect(() => {
    if (run.status !== known.status) readAnew();
  }, [run.status, known.status]);
  return (
    <>
      <RunStatus status={run.status} />
      {run.queuePosition !== null && (
        <span className="row-note">{t('job.position', { position: run.queuePosition })}</span>
      )}
    </>
  );
};

/** How a run of a list stands: while it is under way it is asked for again, so that nobody has to refresh the list. */
export const FollowedRunStatus = ({ run, changes }: FollowedProps) => {
  const isUnderWay = run.status === 'QUEUED' || run.status === 'RUNNING';
  if (isUnderWay) return <Followed run={run} changes={changes} />;
  return (
    <>
      <RunStatus status={run.status} />
      {run.problem !== null && <span className="row-note">{run.problem}</span>}
    </>
  );
};
