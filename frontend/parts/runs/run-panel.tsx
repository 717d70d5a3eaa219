import { Button } from '../uswds.tsx';
import type { QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { JobProgress } from '../job-progress.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { RunStatus } from '../run-status.tsx';
import { TimeText } from '../time-text.tsx';
import { useRunProblemText } from './problem-text.ts';
import { ReportButtons } from './report-buttons.tsx';
import { RetryRun } from './retry-run.tsx';
import { RunSummary } from './run-summary.tsx';
import { useFollowedRun } from './use-followed-run.ts';

interface RunPanelProps {
  readonly run: Run;
  /** What is read anew when it has ended or its report was opened. */
  readonly changes: readonly QueryKey[];
  /** Whether reading it is the next thing to do. */
  readonly isNext: boolean;
  /** Whether this person may have it run again where it ended without a result. */
  readonly isRetried: boolean;
}

/** A run while it goes on, and then what it found. */
export const RunPanel = ({ run: known, changes, isNext, isRetried }: RunPanelProps) => {
  const { t } = useTranslation('runs');
  const run = useFollowedRun(known, changes);
  const problem = useRunProblemText()(run);
  const cancel = useCommand<string, unknown>({
    send: (id, header) => answerOf(api.POST('/v1/runs/{id}/cancel', { params: { path: { id }, header } })),
    changes: [...changes, ['run', known.id]],
  });
  if (run.status === 'QUEUED' || run.status === 'RUNNING')
    return (
      <section className="run" aria-label={run.title}>
        <JobProgress label={run.title} job={run} />
        <Button type="button" unstyled disabled={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
          {t('cancel')}
        </Button>
        <ProblemAlert error={cancel.error} />
      </section>
    );
  if (run.status === 'SUPERSEDED') return null;
  if (run.status !== 'COMPLETED')
    return (
      <section className="run" aria-label={run.title}>
        <div className="run-head">
          <h3>{run.title}</h3>
          <p className="row-note">
            <RunStatus status={run.status} /> {run.finishedAt !== null && <TimeText at={run.finishedAt} />}
          </p>
        </div>
        {problem !== null && <p className="step-problem">{problem}</p>}
        {isRetried && (
          <div className="run-buttons">
            <RetryRun run={run} changes={changes} />
          </div>
        )}
      </section>
    );
  return (
    <section className="run" aria-label={run.title}>
      <div className="run-head">
        <h3>{run.title}</h3>
        {run.finishedAt !== null && (
          <p className="row-note">
            {t('finished')} <TimeText at={run.finishedAt} />
          </p>
        )}
        <ReportButtons run={run} isNext={isNext && !known.viewed} changes={changes} />
      </div>
      <RunSummary run={run} />
    </section>
  );
};
