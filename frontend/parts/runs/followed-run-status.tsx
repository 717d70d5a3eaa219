import type { QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/shapes.ts';
import { RunStatus } from '../run-status.tsx';
import { useRunProblemText } from './problem-text.ts';
import { useFollowedRun } from './use-followed-run.ts';

interface FollowedProps {
  readonly run: Run;
  /** What is read anew when it has gone on. */
  readonly changes: readonly QueryKey[];
}

const Followed = ({ run: known, changes }: FollowedProps) => {
  const { t } = useTranslation();
  const run = useFollowedRun(known, changes);
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
  const problem = useRunProblemText()(run);
  const isUnderWay = run.status === 'QUEUED' || run.status === 'RUNNING';
  if (isUnderWay) return <Followed run={run} changes={changes} />;
  return (
    <>
      <RunStatus status={run.status} />
      {problem !== null && <span className="row-note">{problem}</span>}
    </>
  );
};
