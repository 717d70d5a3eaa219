import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { isRefused } from '../../../api/problem.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { changedByEvent } from '../event-query.ts';
import { ReasonDialog } from '../dialogs.ts';
import { OpenWork } from './open-work.tsx';

interface Close {
  readonly text: string;
  readonly confirm: boolean;
}

/** Ends it for good, with a comment; what it would freeze is told before, and has to be agreed to. */
export const CloseEvent = ({ event }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation('events');
  const [isAsking, setAsking] = useState(false);
  const close = useCommand<Close, unknown>({
    send: ({ text, confirm }, header) =>
      answerOf(
        api.POST('/v1/certification-events/{id}/close', {
          params: { path: { id: event.id }, header },
          body: { comment: text, confirm },
        }),
      ),
    changes: changedByEvent(event.id),
    onDone: () => {
      setAsking(false);
      say(t('close.done', { name: event.name }));
    },
  });
  const unconfirmed = isRefused(close.error, 'CONFIRMATION_REQUIRED') ? close.error : null;
  return (
    <>
      <Button type="button" secondary onClick={() => setAsking(true)}>
        {t('close.action')}
      </Button>
      {isAsking && (
        <ReasonDialog
          draft={`close ${event.id}`}
          title={t('close.title', { name: event.name })}
          label={t('close.comment')}
          action={t(unconfirmed === null ? 'close.action' : 'close.anyway')}
          dangerous
          busy={close.isPending}
          error={unconfirmed === null ? close.error : null}
          onSubmit={(text) => close.mutate({ text, confirm: unconfirmed !== null })}
          onClose={() => {
            setAsking(false);
            close.reset();
          }}
        >
          <p>{t('close.text')}</p>
          {unconfirmed !== null && <OpenWork facts={unconfirmed.told.facts ?? {}} />}
        </ReasonDialog>
      )}
    </>
  );
};
