import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { JobProgress } from '../../../parts/job-progress.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Alert, Button } from '../../../parts/uswds.tsx';
import { changedByEvent } from '../event-query.ts';
import { SomeNames } from '../organization-names.tsx';
import { Retention } from './retention.tsx';

interface NoticeProps {
  readonly event: CertificationEvent;
}

/** How far the publication is; it moves by itself. */
const Publishing = ({ event: { publishing } }: NoticeProps) => {
  const { t } = useTranslation('events');
  if (publishing === null) return null;
  const { progress, problem } = publishing;
  return (
    <Alert type={problem === null ? 'info' : 'warning'} className="notice">
      <JobProgress
        label={t('viewer.publishing')}
        job={{ status: 'RUNNING', progress, queuePosition: null, etaSeconds: null }}
      />
      {problem !== null && <p className="usa-alert__text">{t('viewer.publishingFailed')}</p>}
    </Alert>
  );
};

/** Something was edited that districts do not see yet. */
const UnpublishedChanges = ({ event: { id, permittedCommands } }: NoticeProps) => {
  const { t } = useTranslation('events');
  const discard = useCommand<undefined, unknown>({
    send: (_nothing, header) =>
      answerOf(
        api.POST('/v1/certification-events/{id}/discard-changes', { params: { path: { id }, header }, body: {} }),
      ),
    changes: changedByEvent(id),
    onDone: () => say(t('viewer.discarded')),
  });
  return (
    <Alert type="info" className="notice">
      <p className="usa-alert__text">{t('viewer.unpublished')}</p>
      {permittedCommands.includes('discardChanges') && (
        <Button type="button" outline disabled={discard.isPending} onClick={() => discard.mutate(undefined)}>
          {t('viewer.discard')}
        </Button>
      )}
      <ProblemAlert error={discard.error} />
    </Alert>
  );
};

/** What is special about it now, above everything else. */
export const ViewerNotices = ({ event }: NoticeProps) => {
  const { t } = useTranslation('events');
  const { admins, closedAt, closedBy, comment, status, unpublishedChanges, warnings } = event;
  return (
    <>
      <Publishing event={event} />
      {unpublishedChanges && <UnpublishedChanges event={event} />}
      {status === 'PUBLISHED' && !event.active && (
        <Alert type="warning" slim className="notice">
          {t('viewer.paused')}
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert type="warning" slim className="notice">
          <p className="usa-alert__text">
            {t('publish.noCertifier', { count: warnings.length })}{' '}
            <SomeNames names={warnings.map(({ name }) => name)} />
          </p>
        </Alert>
      )}
      {closedAt !== null && (
        <Alert type="info" className="notice">
          <p className="usa-alert__text">
            {t('close.by', { name: admins.find(({ userId }) => userId === closedBy)?.name ?? closedBy })}{' '}
            <TimeText at={closedAt} />
          </p>
          <blockquote className="quote">{comment}</blockquote>
        </Alert>
      )}
      <Retention event={event} />
    </>
  );
};
