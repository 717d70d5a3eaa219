import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../api/shapes.ts';
import { TimeText } from '../../../parts/time-text.tsx';
import { Alert, Button } from '../../../parts/uswds.tsx';
import { DecisionDialog } from '../decision/decision-dialog.tsx';
import type { DecisionType } from '../decision/use-decide.ts';
import type { OneParticipant } from '../participant-query.ts';

interface OpenRequestProps {
  readonly participant: Participant;
  readonly one: OneParticipant;
}

const answers = ['REQUEST_RECERTIFICATION', 'DECLINE_REQUEST'] as const satisfies readonly DecisionType[];

/** The district has asked for its certification back: who, why, and the two answers. */
export const OpenRequest = ({ participant, one }: OpenRequestProps) => {
  const { t } = useTranslation('participation');
  const [answering, setAnswering] = useState<DecisionType | null>(null);
  const { certifiers, openRequest, permittedCommands } = participant;
  if (openRequest === null) return null;
  const name = certifiers.find(({ userId }) => userId === openRequest.requestedBy)?.name ?? openRequest.requestedBy;
  return (
    <Alert type="warning" className="notice">
      <p className="usa-alert__text">
        {t(openRequest.status === 'PENDING' ? 'request.pending' : 'request.expired', { name })}{' '}
        <TimeText at={openRequest.requestedAt} />
      </p>
      <blockquote className="quote">{openRequest.reason}</blockquote>
      <span className="row-actions">
        {answers
          .filter((type) => permittedCommands.includes(`decide:${type}`))
          .map((type) => (
            <Button key={type} type="button" outline={type === 'DECLINE_REQUEST'} onClick={() => setAnswering(type)}>
              {t(`request.${type}`)}
            </Button>
          ))}
      </span>
      {answering !== null && (
        <DecisionDialog
          eventId={one.eventId}
          type={answering}
          participants={[participant]}
          onClose={() => setAnswering(null)}
        />
      )}
    </Alert>
  );
};
