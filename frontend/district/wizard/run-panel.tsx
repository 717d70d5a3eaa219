import { Button } from '../../parts/uswds.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, wholeAnswerOf } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { JobProgress } from '../../parts/job-progress.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useJob } from '../../parts/use-job.ts';
import { TimeText } from '../../parts/time-text.tsx';
import { changedBy, type Work } from '../certification-query.ts';
import { ReportButtons } from './report-buttons.tsx';
import { RunSummary } from './run-summary.tsx';

interface RunPanelProps {
  readonly run: Run;
  readonly work: Work;
  /** Whether reading it is the next thing to do. */
  readonly isNext: boolean;
}

/** The newest run of a step while it goes on, and what it found. */
export const RunPanel = ({ run: known, work, isNext }: RunPanelProps) => {
  const { t } = useTranslation('district');
  const queries = useQueryClient();
  const { data: run = known } = useJob({
    queryKey: ['run', known.id],
    read: () => wholeAnswerOf(api.GET('/v1/runs/{id}', { params: { path: { id: known.id } } })),
  });
  const { eventId, orgId } = work;
  useEffect(() => {
    if (run.status === known.status) return;
    for (const queryKey of changedBy({ eventId, orgId })) void queries.invalidateQueries({ queryKey });
  }, [run.status, known.status, queries, eventId, orgId]);
  const cancel = useCommand<string, unknown>({
    send: (id, header) => answerOf(api.POST('/v1/runs/{id}/cancel', { params: { path: { id }, header } })),
    changes: [...changedBy(work), ['run', known.id]],
  });
  if (run.status === 'QUEUED' || run.status === 'RUNNING')
    return (
      <section className="run" aria-label={run.title}>
        <JobProgress label={run.title} job={run} />
        <Button type="button" unstyled disabled={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
          {t('run.cancel')}
        </Button>
        <ProblemAlert error={cancel.error} />
      </section>
    );
  if (run.status !== 'COMPLETED') return null;
  return (
    <section className="run" aria-label={run.title}>
      <div className="run-head">
        <h3>{run.title}</h3>
        {run.finishedAt !== null && (
          <p className="row-note">
            {t('run.finished')} <TimeText at={run.finishedAt} />
          </p>
        )}
        <ReportButtons run={run} isNext={isNext && !known.viewed} changes={changedBy(work)} />
      </div>
      <RunSummary run={run} />
    </section>
  );
};
