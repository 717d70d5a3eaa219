import { Button } from '../../parts/uswds.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Certification } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { later } from '../../parts/later.tsx';
import { say } from '../../parts/toasts.tsx';
import { changedBy, type Work } from '../certification-query.ts';

const ReasonDialog = later(async () => (await import('../../parts/reason-dialog.tsx')).ReasonDialog);

interface AfterSubmissionProps {
  readonly certification: Certification;
  readonly work: Work;
}

type Reason = { readonly reason: string };
const path = '/v1/certifications/{eventId}/{orgId}';

/** What can still be done when all is signed: take it back, ask for it back, take that back, or vouch for who has left. */
export const AfterSubmission = ({ certification: { permittedCommands, openRequest }, work }: AfterSubmissionProps) => {
  const { t } = useTranslation('district');
  const [asking, setAsking] = useState<'withdraw' | 'request' | 'cancel' | 'confirm' | null>(null);
  const finished = {
    changes: changedBy(work),
    onDone: () => {
      setAsking(null);
      say(t(`after.${asking ?? 'request'}.done`));
    },
  };
  const withdraw = useCommand<Reason, unknown>({
    ...finished,
    send: (body, header) => answerOf(api.POST(`${path}/submission/withdraw`, { params: { path: work, header }, body })),
  });
  const request = useCommand<Reason, unknown>({
    ...finished,
    send: (body, header) =>
      answerOf(api.POST(`${path}/recertification-requests`, { params: { path: work, header }, body })),
  });
  const cancel = useCommand<string, unknown>({
    ...finished,
    send: (id, header) =>
      answerOf(
        api.POST(`${path}/recertification-requests/{id}/withdraw`, { params: { path: { ...work, id }, header } }),
      ),
  });
  const confirm = useCommand<undefined, unknown>({
    ...finished,
    send: (_nothing, header) => answerOf(api.POST(`${path}/confirm-sent`, { params: { path: work, header } })),
  });
  const offers = [
    { command: 'confirmSent', asks: 'confirm' },
    { command: 'withdrawSubmission', asks: 'withdraw' },
    { command: 'requestRecertification', asks: 'request' },
    { command: 'withdrawRecertificationRequest', asks: 'cancel' },
  ] as const;
  const close = () => setAsking(null);
  return (
    <div className="step-buttons">
      {offers
        .filter(({ command }) => permittedCommands.includes(command))
        .map(({ asks }) => (
          <Button key={asks} type="button" outline={asks !== 'confirm'} onClick={() => setAsking(asks)}>
            {t(`after.${asks}.action`)}
          </Button>
        ))}
      {(asking === 'withdraw' || asking === 'request') && (
        <ReasonDialog
          draft={`${asking} ${work.eventId} ${work.orgId}`}
          title={t(`after.${asking}.action`)}
          action={t(`after.${asking}.action`)}
          busy={withdraw.isPending || request.isPending}
          error={asking === 'withdraw' ? withdraw.error : request.error}
          onSubmit={(reason) => (asking === 'withdraw' ? withdraw : request).mutate({ reason })}
          onClose={close}
        >
          <p>{t(`after.${asking}.text`)}</p>
        </ReasonDialog>
      )}
      {(asking === 'cancel' || asking === 'confirm') && (
        <ConfirmDialog
          title={t(`after.${asking}.action`)}
          action={t(`after.${asking}.action`)}
          busy={cancel.isPending || confirm.isPending}
          error={asking === 'cancel' ? cancel.error : confirm.error}
          onConfirm={() => (asking === 'cancel' ? cancel.mutate(openRequest?.id ?? '') : confirm.mutate(undefined))}
          onClose={close}
        >
          <p>{t(`after.${asking}.text`)}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
