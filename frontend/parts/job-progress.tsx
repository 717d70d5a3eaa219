import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Work that goes on somewhere else, as every resource of that kind tells it. */
export interface Job {
  readonly status: string;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly queuePosition: number | null;
  readonly etaSeconds: number | null;
}

interface JobProgressProps {
  /** What is being done, in words. */
  readonly label: string;
  readonly job: Job;
}

const everyoneWaitsSeconds = 60;

const useEtaText = () => {
  const { t } = useTranslation();
  return (seconds: number): string =>
    seconds < everyoneWaitsSeconds
      ? t('job.seconds', { count: Math.max(1, Math.round(seconds)) })
      : t('job.minutes', { count: Math.round(seconds / everyoneWaitsSeconds) });
};

/** How far it is: the place in the queue while it waits, a bar while it runs, and about how long it will take. */
export const JobProgress = ({ label, job: { status, progress, queuePosition, etaSeconds } }: JobProgressProps) => {
  const { t } = useTranslation();
  const eta = useEtaText();
  const id = useId();
  const position = queuePosition === null ? t('job.queued') : t('job.position', { position: queuePosition });
  const done = progress === null ? t('job.running') : t('job.progress', { ...progress });
  return (
    <div className="job">
      <label htmlFor={id}>{label}</label>
      {progress === null ? <progress id={id} /> : <progress id={id} value={progress.done} max={progress.total} />}
      <p role="status">
        {status === 'QUEUED' ? position : done}
        {etaSeconds !== null && ` ${t('job.about', { time: eta(etaSeconds) })}`}
      </p>
    </div>
  );
};
