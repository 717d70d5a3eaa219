import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, doneBy } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';

/** Deletes one that nobody else has ever seen. */
export const DeleteEvent = ({ event: { id, name } }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand<string, void>({
    // Whatever was saved meanwhile goes as well: it is asked for by its name.
    send: (eventId) =>
      doneBy(
        api.DELETE('/v1/certification-events/{id}', {
          params: { path: { id: eventId }, header: { 'If-Match': '*' } },
        }),
      ),
    changes: [['events']],
    onDone: () => {
      say(t('delete.done', { name }));
      void navigate({ to: '/certification-events', ignoreBlocker: true });
    },
  });
  return (
    <>
      <Button type="button" secondary className="step-delete" onClick={() => setAsking(true)}>
        {t('delete.action')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('delete.title')}
          action={t('delete.action')}
          dangerous
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(id)}
          onClose={() => setAsking(false)}
        >
          <p className="name">{t('delete.text', { name })}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
