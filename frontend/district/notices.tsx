import { Alert, Button } from '../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import type { Certification } from '../api/shapes.ts';
import { useCommand } from '../api/use-command.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { TimeText } from '../parts/time-text.tsx';
import { say } from '../parts/toasts.tsx';
import { changedBy, type Work } from './certification-query.ts';

interface NoticesProps {
  readonly certification: Certification;
  readonly work: Work;
}

/** Starting comes before all steps: it begins the certifier's own work, and takes the snapshot where the state says so. */
const Start = ({ work }: { readonly work: Work }) => {
  const { t } = useTranslation('district');
  const start = useCommand<undefined, unknown>({
    send: (_nothing, header) =>
      answerOf(api.POST('/v1/certifications/{eventId}/{orgId}/start', { params: { path: work, header } })),
    changes: changedBy(work),
    onDone: () => say(t('start.done')),
  });
  return (
    <Alert type="info" slim={false} className="notice">
      <p className="usa-alert__text">{t('start.text')}</p>
      <ProblemAlert error={start.error} />
      <Button type="button" disabled={start.isPending} onClick={() => start.mutate(undefined)}>
        {t('action.START_CERTIFICATION')}
      </Button>
    </Alert>
  );
};

/** What is special about it now, above everything else. */
export const Notices = ({ certification, work }: NoticesProps) => {
  const { t } = useTranslation('district');
  const { action, certificationEvent, newerData, openRequest, permittedCommands, snapshot } = certification;
  // Starting again is permitted and does nothing; it is offered to whom it is the next thing to do.
  const begins =
    action === 'START_CERTIFICATION' || (snapshot === null && certificationEvent.snapshotMethod === 'ON_CERT_START');
  const starts = begins && permittedCommands.includes('startCertification');
  return (
    <>
      {!certificationEvent.active && (
        <Alert type="warning" slim className="notice">
          {t('notice.paused')}
        </Alert>
      )}
      {newerData && (
        <Alert type="info" slim className="notice">
          {t('notice.newerData')}
        </Alert>
      )}
      {openRequest !== null && (
        <Alert type="info" className="notice">
          <p className="usa-alert__text">
            {t('notice.request', { name: openRequest.requestedBy })} <TimeText at={openRequest.requestedAt} />
          </p>
          <blockquote className="quote">{openRequest.reason}</blockquote>
        </Alert>
      )}
      {starts && <Start work={work} />}
    </>
  );
};
