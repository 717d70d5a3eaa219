import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../api/queries.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { PublishDialog } from '../dialogs.ts';
import { useCopyEvent } from '../use-copy-event.ts';
import { CloseEvent } from './close-event.tsx';

/** What may be done with the whole of it. */
export const ViewerActions = ({ event }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const [isPublishing, setPublishing] = useState(false);
  const { id: eventId, permittedCommands } = event;
  const permits = (command: string): boolean => permittedCommands.includes(command);
  const copy = useCopyEvent((copied) => {
    say(t('copy.done', { name: copied.name }));
    void navigate({ to: '/certification-events/$eventId/edit', params: { eventId: copied.id } });
  });
  return (
    <>
      {permits('publishCertificationEvent') && (
        <Button type="button" onClick={() => setPublishing(true)}>
          {t(event.unpublishedChanges ? 'publish.actionChanges' : 'publish.action')}
        </Button>
      )}
      {permits('replaceCertificationEvent') && (
        <Link to="/certification-events/$eventId/edit" params={{ eventId }} className="usa-button usa-button--outline">
          {t('list.edit')}
        </Link>
      )}
      {permits('copyCertificationEvent') && (
        <Button type="button" outline disabled={copy.isPending} onClick={() => copy.mutate(eventId)}>
          {t('copy.action')}
        </Button>
      )}
      {me.permittedCommands.includes('getEventReport') && event.revision > 0 && (
        <Link
          to="/event-report"
          search={{ year: String(event.reportingYear), eventId }}
          className="usa-button usa-button--outline"
        >
          {t('report.title')}
        </Link>
      )}
      {permits('closeCertificationEvent') && <CloseEvent event={event} />}
      {isPublishing && <PublishDialog event={event} onClose={() => setPublishing(false)} />}
      <ProblemAlert error={copy.error} />
    </>
  );
};
