import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useDateText } from '../../../parts/time-text.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { ReasonDialog } from '../dialogs.ts';
import { changedByEvent } from '../event-query.ts';

interface LegalHoldButtonProps {
  readonly event: CertificationEvent;
  readonly command: 'placeLegalHold' | 'releaseLegalHold';
}

/** Places or releases a hold, for a reason that the audit trail keeps; not there for whoever may not. */
export const LegalHoldButton = ({ event, command }: LegalHoldButtonProps) => {
  const { t } = useTranslation('retention');
  const date = useDateText();
  const [isAsking, setAsking] = useState(false);
  const { id, name, keptUntil, permittedCommands } = event;
  const act = useCommand<string, unknown>({
    send: (reason, header) => {
      const request = { params: { path: { id }, header }, body: { reason } };
      return answerOf(
        command === 'placeLegalHold'
          ? api.POST('/v1/certification-events/{id}/legal-hold', request)
          : api.POST('/v1/certification-events/{id}/legal-hold/release', request),
      );
    },
    changes: changedByEvent(id),
    onDone: () => {
      setAsking(false);
      say(t(`${command}.done`, { name }));
    },
  });
  if (keptUntil === null || !permittedCommands.includes(command)) return null;
  // The design system moves whatever lies in a notice itself, a dialog too.
  return (
    <div>
      <Button type="button" outline onClick={() => setAsking(true)}>
        {t(`${command}.action`)}
      </Button>
      {isAsking && (
        <ReasonDialog
          draft={`${command} ${id}`}
          title={t(`${command}.title`, { name })}
          action={t(`${command}.action`)}
          dangerous={command === 'releaseLegalHold'}
          busy={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate(reason)}
          onClose={() => {
            setAsking(false);
            act.reset();
          }}
        >
          <p>{t(`${command}.text`, { date: date(keptUntil) })}</p>
        </ReasonDialog>
      )}
    </div>
  );
};
