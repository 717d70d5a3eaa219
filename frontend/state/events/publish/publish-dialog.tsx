import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { isRefused } from '../../../api/problem.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button, ButtonGroup } from '../../../parts/uswds.tsx';
import { Loading } from '../../../shell/outcomes.tsx';
import { changedByEvent } from '../event-query.ts';
import { type Consent, Consents } from './consents.tsx';
import { Impact } from './impact.tsx';
import { Obstacles } from './obstacles.tsx';
import { openObstacles } from './preview.ts';

interface PublishDialogProps {
  readonly event: CertificationEvent;
  readonly onClose: () => void;
}

const nothingSaid: Consent = { confirm: false, requireRecertification: false, reason: '' };

/** What publishing does to whom, before it is done: what stands against it, what changes, and what has to be agreed to. */
export const PublishDialog = ({ event, onClose }: PublishDialogProps) => {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const [consent, setConsent] = useState(nothingSaid);
  const { data: preview, error } = useQuery({
    queryKey: ['publish-preview', event.id],
    queryFn: () =>
      answerOf(api.GET('/v1/certification-events/{id}/publish-preview', { params: { path: { id: event.id } } })),
    // It is about this very moment.
    staleTime: 0,
    gcTime: 0,
  });
  const { confirm, requireRecertification, reason } = consent;
  const removed = preview?.affected.removed ?? [];
  const publish = useCommand<Consent, unknown>({
    send: (_consent, header) =>
      answerOf(
        api.POST('/v1/certification-events/{id}/publish', {
          params: { path: { id: event.id }, header },
          body: {
            confirm,
            requireRecertification,
            withdrawals: reason.trim() === '' ? [] : removed.map((organizationId) => ({ organizationId, reason })),
          },
        }),
      ),
    changes: changedByEvent(event.id),
    onDone: () => {
      onClose();
      void navigate({
        to: '/certification-events/$eventId',
        params: { eventId: event.id },
        ignoreBlocker: true,
      });
    },
  });
  const isFirst = event.status === 'OPEN';
  const obstacles = preview === undefined ? [] : openObstacles(preview, isFirst);
  const asksAgain = isRefused(publish.error, 'CONFIRMATION_REQUIRED');
  return (
    <Dialog title={t('publish.title', { name: event.name })} onClose={onClose} wide>
      {preview === undefined && error === null && <Loading />}
      <ProblemAlert error={error} />
      {preview !== undefined && (
        <div className="dialog-body">
          <Obstacles eventId={event.id} codes={obstacles} onGo={onClose} />
          <Impact event={event} preview={preview} />
          {obstacles.length === 0 && !isFirst && (
            <Consents preview={preview} consent={consent} asksAgain={asksAgain} onChange={setConsent} />
          )}
          <ProblemAlert error={publish.error} />
        </div>
      )}
      <ButtonGroup>
        {preview !== undefined && obstacles.length === 0 && (
          <Button type="button" disabled={publish.isPending} onClick={() => publish.mutate(consent)}>
            {t(isFirst ? 'publish.action' : 'publish.actionChanges')}
          </Button>
        )}
        <Button type="button" unstyled className="padding-105" onClick={onClose}>
          {t('publish.back')}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
};
