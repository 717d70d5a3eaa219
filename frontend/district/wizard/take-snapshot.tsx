import { Button } from '../../parts/uswds.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { isRefused } from '../../api/problem.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { changedBy, type Work } from '../certification-query.ts';

interface TakeSnapshotProps {
  readonly work: Work;
  readonly isRetake: boolean;
}

/** Takes the snapshot. A retake replaces the present one, and where it undoes what somebody has finished it says so first. */
export const TakeSnapshot = ({ work, isRetake }: TakeSnapshotProps) => {
  const { t } = useTranslation('district');
  const [isOpen, setOpen] = useState(false);
  const take = useCommand<{ confirm: boolean }, unknown>({
    send: (body, header) =>
      answerOf(api.POST('/v1/certifications/{eventId}/{orgId}/snapshot', { params: { path: work, header }, body })),
    changes: changedBy(work),
    onDone: () => {
      setOpen(false);
      say(t('snapshot.begun'));
    },
  });
  const undoes = isRefused(take.error, 'CONFIRMATION_REQUIRED');
  if (!isRetake)
    return (
      <>
        <ProblemAlert error={take.error} />
        <Button type="button" disabled={take.isPending} onClick={() => take.mutate({ confirm: false })}>
          {t('snapshot.take')}
        </Button>
      </>
    );
  return (
    <>
      <Button type="button" outline onClick={() => setOpen(true)}>
        {t('snapshot.retake')}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={t('snapshot.retakeTitle')}
          action={undoes ? t('snapshot.retakeAnyway') : t('snapshot.retake')}
          dangerous={undoes}
          busy={take.isPending}
          error={undoes ? null : take.error}
          onConfirm={() => take.mutate({ confirm: undoes })}
          onClose={() => {
            take.reset();
            setOpen(false);
          }}
        >
          <p>{t('snapshot.retakeText')}</p>
          {undoes && (
            <p role="alert">
              <strong>{t('snapshot.undoes')}</strong>
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
};
