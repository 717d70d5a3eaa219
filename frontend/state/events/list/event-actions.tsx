import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CertificationEventSummary } from '../../../api/shapes.ts';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { useCopyEvent } from '../use-copy-event.ts';

/** What one may do with a certification event from the list. */
export const EventActions = ({
  event: { id, name, permittedCommands },
}: {
  readonly event: CertificationEventSummary;
}) => {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const copy = useCopyEvent((copied) => {
    say(t('copy.done', { name: copied.name }));
    void navigate({ to: '/certification-events/$eventId/edit', params: { eventId: copied.id } });
  });
  const named = (action: string) => t('list.actionOn', { action, name });
  return (
    <span className="row-actions">
      <Link to="/certification-events/$eventId" params={{ eventId: id }} aria-label={named(t('list.view'))}>
        {t('list.view')}
      </Link>
      {permittedCommands.includes('replaceCertificationEvent') && (
        <Link to="/certification-events/$eventId/edit" params={{ eventId: id }} aria-label={named(t('list.edit'))}>
          {t('list.edit')}
        </Link>
      )}
      {permittedCommands.includes('copyCertificationEvent') && (
        <Button
          type="button"
          unstyled
          disabled={copy.isPending}
          aria-label={named(t('copy.action'))}
          onClick={() => copy.mutate(id)}
        >
          {t('copy.action')}
        </Button>
      )}
      <ProblemAlert error={copy.error} />
    </span>
  );
};
