import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Participant } from '../../../api/shapes.ts';
import { Button } from '../../../parts/uswds.tsx';
import { DecisionDialog } from '../decision/decision-dialog.tsx';
import type { DecisionType } from '../decision/use-decide.ts';
import { MessageDialog } from '../dialogs.ts';
import type { OneParticipant } from '../participant-query.ts';

interface ParticipantActionsProps {
  readonly event: CertificationEvent;
  readonly participant: Participant;
  readonly one: OneParticipant;
}

const decisions = ['APPROVE', 'REQUEST_RECERTIFICATION', 'UNAPPROVE'] as const satisfies readonly DecisionType[];

/** What may be decided about it now, and writing to its people. */
export const ParticipantActions = ({ event, participant, one }: ParticipantActionsProps) => {
  const { t } = useTranslation('participation');
  const [deciding, setDeciding] = useState<DecisionType | null>(null);
  const [isWriting, setWriting] = useState(false);
  const offered = decisions.filter((type) => participant.permittedCommands.includes(`decide:${type}`));
  return (
    <>
      {offered.map((type) => (
        <Button key={type} type="button" outline={type !== 'APPROVE'} onClick={() => setDeciding(type)}>
          {t(`decision.${type}.action`)}
        </Button>
      ))}
      {event.permittedCommands.includes('messageCertifiers') && (
        <Button type="button" outline onClick={() => setWriting(true)}>
          {t('message.action')}
        </Button>
      )}
      {deciding !== null && (
        <DecisionDialog
          eventId={one.eventId}
          type={deciding}
          participants={[participant]}
          onClose={() => setDeciding(null)}
        />
      )}
      {isWriting && (
        <MessageDialog eventId={one.eventId} to={{ organizationIds: [one.orgId] }} onClose={() => setWriting(false)} />
      )}
    </>
  );
};
