import type { QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { say } from '../toasts.tsx';
import { Button } from '../uswds.tsx';

interface RetryRunProps {
  readonly run: Run;
  /** What is read anew once the new run is queued; it then shows how far that one is. */
  readonly changes: readonly QueryKey[];
}

/** Runs what ended without a result again, as a new run. */
export const RetryRun = ({ run, changes }: RetryRunProps) => {
  const { t } = useTranslation('runs');
  const retry = useCommand<string, Run>({
    send: (id, header) => answerOf(api.POST('/v1/runs/{id}/retry', { params: { path: { id }, header } })),
    changes,
    onDone: () => say(t('retried')),
  });
  if (run.status !== 'FAILED' && run.status !== 'CANCELLED') return null;
  return (
    <>
      <Button
        type="button"
        outline
        disabled={retry.isPending}
        aria-label={t('retryOf', { title: run.title })}
        onClick={() => retry.mutate(run.id)}
      >
        {t('retry')}
      </Button>
      <ProblemAlert error={retry.error} />
    </>
  );
};
